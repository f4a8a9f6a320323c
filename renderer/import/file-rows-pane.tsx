import { Button, Checkbox } from '@mantine/core'
import { IconX } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { Inspection } from '#contract/imports.ts'
import { formatNumber } from '../lib/format.ts'
import { FileRows } from './file-rows.tsx'
import classes from './import-page.module.css'
import type { Importing } from './use-import.ts'

/** A few rows of the file, picked out to be looked at. */
export interface ShownRows {
  readonly rows: readonly number[]
  readonly label: string
}

interface FileRowsPaneProps {
  readonly work: Importing
  readonly sheet: Inspection
  readonly current: number | null
  readonly shown: ShownRows | null
  readonly onShow: (rows: ShownRows | null) => void
}

export function FileRowsPane({ work, sheet, current, shown, onShow }: FileRowsPaneProps) {
  const { t } = useTranslation('import')
  return (
    <section className={classes.rowsPane} aria-label={t('rowsTitle')}>
      <div className={classes.rowsHead}>
        <b>{t('rowsTitle')}</b>
        {shown ? (
          <>
            <span>{shown.label}</span>
            <Button size="compact-xs" leftSection={<IconX size={12} />} onClick={() => onShow(null)}>
              {t('showAllRows')}
            </Button>
          </>
        ) : (
          <span>{t('rowRange', { from: formatNumber(sheet.firstRow), to: formatNumber(sheet.lastRow) })}</span>
        )}
        <Checkbox
          className={classes.remember}
          label={sheet.isRemembered ? t('remembered') : t('remember')}
          checked={work.decisions.remember}
          onChange={(event) => work.decide({ remember: event.currentTarget.checked })}
        />
      </div>
      <FileRows sheet={sheet} columns={work.columns} current={current} only={shown?.rows ?? null} />
    </section>
  )
}
