import { ActionIcon, Tooltip } from '@mantine/core'
import { IconCopy } from '@tabler/icons-react'
import type { MouseEvent } from 'react'
import { copyText } from '../lib/copy.ts'

interface CopyButtonProps {
  readonly text: string
  /** What the button does, in words. */
  readonly label: string
  readonly tabIndex?: number
}

export function CopyButton({ text, label, tabIndex = 0 }: CopyButtonProps) {
  const copy = (event: MouseEvent) => {
    event.stopPropagation()
    void copyText(text)
  }
  return (
    <Tooltip label={label}>
      <ActionIcon size={24} aria-label={label} tabIndex={tabIndex} onClick={copy}>
        <IconCopy size={14} stroke={1.6} />
      </ActionIcon>
    </Tooltip>
  )
}
