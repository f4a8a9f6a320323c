import { ActionIcon, Menu, Tooltip } from '@mantine/core'
import { IconDots, IconEye, IconEyeOff } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Choice, Field } from '#contract/fields.ts'
import { api } from '../lib/api.ts'
import { formatNumber } from '../lib/format.ts'
import { choiceLabel } from '../lib/layout.ts'
import { useWrite } from '../lib/use-write.ts'
import { useReorderItem } from '../ui/reorder.tsx'
import classes from './choices.module.css'
import { hasFixedChoices } from './field-facts.ts'
import { MergeChoices } from './merge-choices.tsx'
import { SavedLabels } from './saved-labels.tsx'

interface ChoiceRowProps {
  readonly field: Field
  readonly choice: Choice
  /** How many records hold it; not known yet while it is counted. */
  readonly uses: number | undefined
}

export function ChoiceRow({ field, choice, uses }: ChoiceRowProps) {
  const { t } = useTranslation('fields')
  const { setNode, edge, isCarried, grip } = useReorderItem(choice.key)
  const [isMerging, setIsMerging] = useState(false)
  const edit = useWrite(api.fields.editChoice.mutationOptions())
  const remove = useWrite(api.fields.removeChoice.mutationOptions())
  const name = choiceLabel(field, choice.key)
  const it = { field: field.id, key: choice.key }
  const Eye = choice.hidden ? IconEyeOff : IconEye
  const eyeLabel = t(choice.hidden ? 'showWhat' : 'hideWhat', { name })

  return (
    <li
      ref={setNode}
      className={classes.row}
      data-edge={edge}
      data-carried={isCarried || undefined}
      data-hidden={choice.hidden || undefined}
    >
      {grip}
      <SavedLabels
        labels={choice}
        of={name}
        maxLength={60}
        onSave={(change) => edit.write({ ...it, change }, t('saved', { name }))}
      />
      <span className={classes.uses}>
        {uses === undefined ? '' : t('uses', { count: uses, shown: formatNumber(uses) })}
      </span>
      {hasFixedChoices(field) || (
        <>
          <Tooltip label={eyeLabel}>
            <ActionIcon
              size={24}
              aria-label={eyeLabel}
              onClick={() =>
                edit.write(
                  { ...it, change: { hidden: !choice.hidden } },
                  t(choice.hidden ? 'isShown' : 'isHidden', { name }),
                )
              }
            >
              <Eye size={15} stroke={1.6} aria-hidden />
            </ActionIcon>
          </Tooltip>
          <Menu position="bottom-end">
            <Menu.Target>
              <ActionIcon size={24} aria-label={t('moreOf', { name })}>
                <IconDots size={15} stroke={1.6} aria-hidden />
              </ActionIcon>
            </Menu.Target>
            <Menu.Dropdown>
              <Menu.Item disabled={field.choices.length < 2} onClick={() => setIsMerging(true)}>
                {t('mergeInto')}
              </Menu.Item>
              <Menu.Item color="red" disabled={uses !== 0} onClick={() => remove.write(it, t('isRemoved', { name }))}>
                {t(uses === 0 ? 'remove' : 'removeOnlyUnused')}
              </Menu.Item>
            </Menu.Dropdown>
          </Menu>
        </>
      )}
      {isMerging && <MergeChoices field={field} from={choice} uses={uses ?? 0} onClose={() => setIsMerging(false)} />}
    </li>
  )
}
