import { Button } from '@mantine/core'
import { IconFolderPlus, IconPlus, IconTemplate } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '../lib/api.ts'
import { fieldLabel, sectionLabel, useLayout } from '../lib/layout.ts'
import { useWrite } from '../lib/use-write.ts'
import { Reorder } from '../ui/reorder.tsx'
import type { Edge } from '../ui/reorder-steps.ts'
import { StatusBar } from '../ui/status-bar.tsx'
import { CardPreview } from './card-preview.tsx'
import { blocksOf, placeOfField, placeOfSection, placesFor, rowId } from './field-places.ts'
import { ListedFields } from './listed-fields.tsx'
import { NewField } from './new-field.tsx'
import { NewSection } from './new-section.tsx'
import { SectionBlock } from './section-block.tsx'
import { TemplateDrawer } from './template-drawer.tsx'
import classes from './fields.module.css'

/** What a card is made of: sections and fields, in order, with the card beside them as it comes out. */
export function FieldsSettings() {
  const { t } = useTranslation('fields')
  const layout = useLayout()
  const blocks = blocksOf(layout)
  const [current, setCurrent] = useState<number | null>(null)
  const [newFieldIn, setNewFieldIn] = useState<string | null>(null)
  const [isAddingSection, setIsAddingSection] = useState(false)
  const [newSection, setNewSection] = useState<string | null>(null)
  const [isTemplateOpen, setIsTemplateOpen] = useState(false)
  const moveField = useWrite(api.fields.move.mutationOptions())
  const moveSection = useWrite(api.fields.moveSection.mutationOptions())
  const lastSection = blocks.findLast(({ section }) => !section.hidden)?.section.key ?? blocks[0]?.section.key ?? ''

  const label = (id: string) => {
    for (const { section, fields } of blocks) {
      if (id === rowId.section(section.key) || id === rowId.head(section.key)) return sectionLabel(section)
      const field = fields.find((field) => id === rowId.field(field.id))
      if (field) return fieldLabel(field)
    }
    return ''
  }
  const move = (id: string, over: string, edge: Edge) => {
    const name = label(id)
    const section = blocks.find(({ section }) => id === rowId.section(section.key))?.section
    if (section) {
      const before = placeOfSection(layout, over, edge)
      return moveSection.write({ key: section.key, before }, t('moved', { name }))
    }
    const field = blocks.flatMap(({ fields }) => fields).find((field) => id === rowId.field(field.id))
    const place = placeOfField(layout, over, edge)
    if (field && place && place.before !== field.id) moveField.write({ id: field.id, ...place }, t('moved', { name }))
  }

  return (
    <>
      <div className={classes.editor}>
        <div className={classes.tools}>
          <Button
            leftSection={<IconPlus size={15} stroke={1.6} aria-hidden />}
            onClick={() => setNewFieldIn(lastSection)}
          >
            {t('addField')}
          </Button>
          <Button
            leftSection={<IconFolderPlus size={15} stroke={1.6} aria-hidden />}
            aria-expanded={isAddingSection}
            onClick={() => setIsAddingSection(!isAddingSection)}
          >
            {t('addSection')}
          </Button>
          <Button
            className={classes.toolsEnd}
            leftSection={<IconTemplate size={15} stroke={1.6} aria-hidden />}
            onClick={() => setIsTemplateOpen(true)}
          >
            {t('useTemplate')}
          </Button>
        </div>
        <div className={classes.blocks}>
          {isAddingSection && <NewSection onAdded={setNewSection} onClose={() => setIsAddingSection(false)} />}
          <Reorder placesFor={(id) => placesFor(layout, id)} label={label} onMove={move}>
            <ol className={classes.list} aria-label={t('sections')}>
              {blocks.map(({ section, fields }, index) => (
                <SectionBlock
                  key={section.key}
                  section={section}
                  fields={fields}
                  number={index + 1}
                  isNew={section.key === newSection}
                  current={current}
                  onCurrent={setCurrent}
                  onAddField={() => setNewFieldIn(section.key)}
                />
              ))}
            </ol>
          </Reorder>
          <ListedFields current={current} onCurrent={setCurrent} />
        </div>
      </div>
      <CardPreview current={current} />
      <NewField
        opened={newFieldIn !== null}
        section={newFieldIn ?? lastSection}
        onClose={() => setNewFieldIn(null)}
        onAdded={setCurrent}
      />
      <TemplateDrawer opened={isTemplateOpen} onClose={() => setIsTemplateOpen(false)} />
      <StatusBar
        keys={[
          { keys: ['Space', '↑', '↓'], label: t('key.carry') },
          { keys: ['Alt', '↑', '↓'], label: t('key.move') },
          { keys: ['Enter'], label: t('key.edit') },
        ]}
      />
    </>
  )
}
