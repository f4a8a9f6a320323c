import { Checkbox, Radio, Select } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { MatchKey } from '#contract/imports.ts'
import classes from './check-step.module.css'
import type { Importing } from './use-import.ts'
import { useTargets } from './use-targets.ts'

interface DecisionsFormProps {
  readonly work: Importing
  /** Some rows speak of customers that are here already. */
  readonly hasUpdates: boolean
}

export function DecisionsForm({ work, hasUpdates }: DecisionsFormProps) {
  const { t } = useTranslation('import')
  return (
    <div className={classes.decisions}>
      <Select
        label={t('matchKey.label')}
        description={t(`matchKey.hint.${work.matchKey === 'none' ? 'none' : 'some'}`)}
        data={work.matchKeys.map((key) => ({ value: key, label: t(`matchKey.${key}`) }))}
        value={work.matchKey}
        allowDeselect={false}
        onChange={(key) => work.decide({ matchKey: MatchKey.parse(key) })}
      />
      {work.matchKey !== 'none' && hasUpdates && <OverwriteList work={work} />}
      <Radio.Group
        label={t('badValues.label')}
        value={work.decisions.badValues}
        onChange={(value) => work.decide({ badValues: value === 'leaveOut' ? 'leaveOut' : 'leaveEmpty' })}
      >
        <Radio size="xs" value="leaveEmpty" label={t('badValues.leaveEmpty')} />
        <Radio size="xs" value="leaveOut" label={t('badValues.leaveOut')} />
      </Radio.Group>
    </div>
  )
}

/** By column: may the file write over what the customer already has? */
function OverwriteList({ work }: Pick<DecisionsFormProps, 'work'>) {
  const { t } = useTranslation('import')
  const targets = useTargets()
  return (
    <fieldset className={classes.overwrite}>
      <legend>{t('overwrite.label')}</legend>
      {work.columns
        .filter(({ plan }) => plan.to.kind === 'field')
        .map(({ index, plan }) => (
          <Checkbox
            key={index}
            label={targets.label(plan.to)}
            checked={plan.existing === 'overwrite'}
            onChange={(event) =>
              work.changeColumn({ ...plan, existing: event.currentTarget.checked ? 'overwrite' : 'fillEmpty' })
            }
          />
        ))}
    </fieldset>
  )
}
