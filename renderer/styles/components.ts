import {
  ActionIcon,
  Button,
  Checkbox,
  Combobox,
  Drawer,
  DrawerHeader,
  Input,
  Kbd,
  Menu,
  type MantineThemeComponents,
  Modal,
  ModalHeader,
  MultiSelect,
  NumberInput,
  Popover,
  Radio,
  SegmentedControl,
  Select,
  Switch,
  TagsInput,
  Textarea,
  TextInput,
  Tooltip,
} from '@mantine/core'

const small = { size: 'xs' } as const
const floating = { transitionProps: { duration: 120 } } as const

// The page itself never scrolls, so there is no scroll to lock.
const overlay = { lockScroll: false, overlayProps: { color: 'var(--sk-veil)', backgroundOpacity: 1 } } as const

/** The density of a desk tool: 28 px controls, 13 px text, nothing that animates longer than 120 ms. */
export const components: MantineThemeComponents = {
  ActionIcon: ActionIcon.extend({ defaultProps: { size: 28, variant: 'subtle', color: 'gray' } }),
  Button: Button.extend({
    defaultProps: { size: 'xs', variant: 'default' },
    vars: (_theme, { size }) =>
      size === 'xs'
        ? { root: { '--button-height': '28px', '--button-fz': '13px', '--button-padding-x': '10px' } }
        : { root: {} },
    styles: { root: { fontWeight: 400 } },
  }),
  Checkbox: Checkbox.extend({ defaultProps: small }),
  Combobox: Combobox.extend({ defaultProps: { shadow: 'md', ...floating } }),
  Drawer: Drawer.extend({ defaultProps: { transitionProps: { duration: 120 }, ...overlay } }),
  // A dialog's head is no second head of the page.
  DrawerHeader: DrawerHeader.extend({ defaultProps: { role: 'none' } }),
  ModalHeader: ModalHeader.extend({ defaultProps: { role: 'none' } }),
  Input: Input.extend({
    vars: (_theme, { size }) => ({
      wrapper: {
        '--input-bd': 'var(--sk-control)',
        '--input-fz': '13px',
        ...(size === 'row' && { '--input-height': '24px', '--input-padding': '8px' }),
        ...(size === 'xs' && { '--input-height': '28px' }),
      },
    }),
  }),
  Kbd: Kbd.extend({ defaultProps: small }),
  // The kit's placeholder for the first focus is an item that a menu must not hold.
  Menu: Menu.extend({ defaultProps: { shadow: 'md', withInitialFocusPlaceholder: false, ...floating } }),
  Modal: Modal.extend({ defaultProps: { transitionProps: { duration: 120 }, ...overlay } }),
  MultiSelect: MultiSelect.extend({ defaultProps: small }),
  NumberInput: NumberInput.extend({ defaultProps: small }),
  Popover: Popover.extend({ defaultProps: { shadow: 'md', ...floating } }),
  Radio: Radio.extend({ defaultProps: small }),
  SegmentedControl: SegmentedControl.extend({ defaultProps: small }),
  Select: Select.extend({ defaultProps: small }),
  Switch: Switch.extend({ defaultProps: small }),
  TagsInput: TagsInput.extend({ defaultProps: small }),
  Textarea: Textarea.extend({ defaultProps: small }),
  TextInput: TextInput.extend({ defaultProps: small }),
  Tooltip: Tooltip.extend({ defaultProps: { openDelay: 400, withArrow: false, fz: 12 } }),
}
