import type { CSSVariablesResolver } from '@mantine/core'

/** The colours of the design by what they mean. Contrasts are measured: see the table in the guide to the design. */
const light = {
  app: '#F4F4F2',
  surface: '#FFFFFF',
  raised: '#FAFAF9',
  hover: '#F2F4F3',
  line: '#E4E4E0',
  'line-2': '#CFCFCA',
  control: '#8B8B85',
  text: '#1E1E1C',
  'text-2': '#53534E',
  'text-3': '#6B6B65',
  accent: '#17635E',
  'accent-solid': '#17635E',
  'accent-soft': '#E4F0EE',
  'accent-line': '#A9CFCA',
  'on-accent': '#FFFFFF',
  danger: '#A62B1F',
  'danger-soft': '#FBECEA',
  warn: '#7A5200',
  'warn-soft': '#FAF1DE',
  ok: '#2B6836',
  'ok-soft': '#E8F2E9',
  mark: '#FFE8A3',
  'mark-text': '#1E1E1C',
  focus: '#17635E',
  veil: 'rgba(20, 20, 19, 0.32)',
}

const dark: typeof light = {
  app: '#171716',
  surface: '#1E1E1D',
  raised: '#242423',
  hover: '#272928',
  line: '#333331',
  'line-2': '#474744',
  control: '#797974',
  text: '#E8E8E5',
  'text-2': '#BDBDB8',
  'text-3': '#9C9C96',
  accent: '#84C2BC',
  'accent-solid': '#26746E',
  'accent-soft': '#1A302E',
  'accent-line': '#2F5F5A',
  'on-accent': '#FFFFFF',
  danger: '#F09A8F',
  'danger-soft': '#3B2320',
  warn: '#E2B566',
  'warn-soft': '#352A14',
  ok: '#8FC798',
  'ok-soft': '#1E3222',
  mark: '#6A5312',
  'mark-text': '#FFF3CF',
  focus: '#84C2BC',
  veil: 'rgba(0, 0, 0, 0.5)',
}

/** Every token as `--sk-…`, and the ones of Mantine that must agree with them. */
export const cssVariables: CSSVariablesResolver = () => ({
  variables: {},
  light: variablesOf(light),
  dark: variablesOf(dark),
})

function variablesOf(tokens: typeof light): Record<string, string> {
  return {
    ...Object.fromEntries(Object.entries(tokens).map(([name, value]) => [`--sk-${name}`, value])),
    '--mantine-color-body': tokens.surface,
    '--mantine-color-text': tokens.text,
    '--mantine-color-dimmed': tokens['text-3'],
    '--mantine-color-default': tokens.surface,
    '--mantine-color-default-hover': tokens.hover,
    '--mantine-color-default-border': tokens['line-2'],
    '--mantine-color-placeholder': tokens['text-3'],
    '--mantine-color-anchor': tokens.accent,
    '--mantine-color-error': tokens.danger,
  }
}
