import { Textarea, TextInput } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { Attachment } from '#contract/attachments.ts'
import { announce } from '../lib/announce.tsx'
import { api } from '../lib/api.ts'
import { useFormValues } from '../lib/use-form-values.ts'
import { FormDrawer } from '../ui/form-drawer.tsx'

interface AttachmentFormProps {
  /** Null: closed. */
  readonly attachment: Attachment | null
  readonly onClose: () => void
}

/** Another name for a file, and what there is to say about it. */
export function AttachmentForm({ attachment, onClose }: AttachmentFormProps) {
  const { t } = useTranslation('attachments')
  const opened = attachment !== null
  const { values, change, isDirty, isTried, setTried } = useFormValues(opened, () => ({
    name: attachment?.name ?? '',
    note: attachment?.note ?? '',
  }))
  const isNameless = values.name.trim() === ''
  const edit = useMutation(api.attachments.edit.mutationOptions())

  const submit = () => {
    setTried()
    if (attachment === null || isNameless) return
    edit.mutate(
      { id: attachment.id, ...values },
      {
        onSuccess({ operationId }) {
          announce({ message: t('form.saved'), operationId })
          onClose()
        },
      },
    )
  }

  return (
    <FormDrawer
      opened={opened}
      onClose={onClose}
      title={t('form.title')}
      isDirty={isDirty}
      isSaving={edit.isPending}
      onSubmit={submit}
    >
      <TextInput
        label={t('form.name')}
        value={values.name}
        onChange={(event) => change({ name: event.currentTarget.value })}
        maxLength={255}
        error={isTried && isNameless ? t('form.nameMissing') : null}
        data-autofocus
      />
      <Textarea
        label={t('form.note')}
        value={values.note}
        onChange={(event) => change({ note: event.currentTarget.value })}
        maxLength={1000}
        autosize
        minRows={3}
        maxRows={8}
      />
    </FormDrawer>
  )
}
