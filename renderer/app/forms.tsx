import { lazy, Suspense, useState } from 'react'
import { request, type Request, useRequested } from '../lib/requests.ts'

const NewCustomer = lazy(() =>
  import('../customers/new-customer.tsx').then(({ NewCustomer }) => ({ default: NewCustomer })),
)
const VisitForm = lazy(() => import('../visits/visit-form.tsx').then(({ VisitForm }) => ({ default: VisitForm })))
const FollowUpForm = lazy(() =>
  import('../follow-ups/follow-up-form.tsx').then(({ FollowUpForm }) => ({ default: FollowUpForm })),
)
const FollowUpsForm = lazy(() =>
  import('../follow-ups/follow-ups-form.tsx').then(({ FollowUpsForm }) => ({ default: FollowUpsForm })),
)
const ExportDialog = lazy(() =>
  import('../export/export-dialog.tsx').then(({ ExportDialog }) => ({ default: ExportDialog })),
)
const RecordHistory = lazy(() =>
  import('../history/record-history.tsx').then(({ RecordHistory }) => ({ default: RecordHistory })),
)

/** The forms that any page may ask for. One at a time: never a stack of them. */
export function Forms() {
  const { turn, request: wanted } = useRequested()
  const [shown, setShown] = useState(wanted)
  // The last one stays while it closes, so that the focus finds its way back.
  if (wanted !== null && wanted !== shown) setShown(wanted)
  return <Suspense>{shown && <Form key={turn} wanted={shown} opened={wanted !== null} />}</Suspense>
}

interface FormProps {
  readonly wanted: Request
  readonly opened: boolean
}

function Form({ wanted, opened }: FormProps) {
  const props = { opened, onClose: () => request(null) }
  switch (wanted.form) {
    case 'newCustomer':
      return <NewCustomer {...props} name={wanted.name ?? ''} />
    case 'visit':
      return <VisitForm {...props} customerId={wanted.customerId ?? null} />
    case 'followUp':
      return <FollowUpForm {...props} customerId={wanted.customerId ?? null} />
    case 'followUps':
      return <FollowUpsForm {...props} selection={wanted.selection} count={wanted.count} />
    case 'history':
      return <RecordHistory {...props} entity={wanted.entity} id={wanted.id} name={wanted.name} />
    case 'export':
      return (
        <ExportDialog
          {...props}
          selection={wanted.selection ?? null}
          query={wanted.query ?? null}
          columns={wanted.columns ?? null}
        />
      )
  }
}
