import {
  type Announcements,
  type CollisionDetection,
  closestCenter,
  DndContext,
  DragOverlay,
  KeyboardCode,
  type KeyboardCoordinateGetter,
  KeyboardSensor,
  PointerSensor,
  useDndContext,
  useDraggable,
  useDroppable,
  useSensor,
  useSensors,
} from '@dnd-kit/core'
import { ActionIcon, Tooltip } from '@mantine/core'
import { IconGripVertical } from '@tabler/icons-react'
import {
  createContext,
  type KeyboardEvent,
  type ReactNode,
  use,
  useEffect,
  useEffectEvent,
  useRef,
  useState,
} from 'react'
import { useTranslation } from 'react-i18next'
import { type Edge, edgeOf, stepFrom } from './reorder-steps.ts'
import classes from './reorder.module.css'

interface Order {
  /** Where the item may go, in the order shown: ids of rows, its own among them. */
  readonly placesFor: (id: string) => readonly string[]
  readonly label: (id: string) => string
  readonly onMove: (id: string, over: string, edge: Edge) => void
}

interface ReorderProps extends Order {
  readonly children: ReactNode
}

interface Moving extends Order {
  readonly moveByKey: Order['onMove']
  /** Whether it was the last moved so: drawn anew in another group, its grip takes the focus back that was lost. */
  readonly wasMovedByKey: (id: string) => boolean
}

const OrderContext = createContext<Moving | null>(null)

/**
 * Rows that can be put in another order: by dragging the grip, by Space and the arrows on it, or by Alt ↑ ↓.
 *
 * Nothing moves until it is dropped; a line shows where that would be.
 */
export function Reorder({ placesFor, label, onMove, children }: ReorderProps) {
  const { t } = useTranslation()
  const [carried, setCarried] = useState<string | null>(null)
  const lastByKey = useRef<string | null>(null)
  const moveByKey: Order['onMove'] = (id, over, edge) => {
    lastByKey.current = id
    onMove(id, over, edge)
  }
  const wasMovedByKey = (id: string) => lastByKey.current === id
  const sensors = useSensors(
    useSensor(PointerSensor, { activationConstraint: { distance: 4 } }),
    useSensor(KeyboardSensor, { coordinateGetter: toNextPlace(placesFor), scrollBehavior: 'instant' }),
  )
  const place = (id: string, over: string) => {
    const edge = edgeOf(placesFor(id), id, over)
    return edge === null ? t('reorder.same') : t(`reorder.${edge}`, { name: label(over) })
  }
  const announcements: Announcements = {
    onDragStart: ({ active }) => t('reorder.picked', { name: label(String(active.id)) }),
    onDragOver: ({ active, over }) => (over ? place(String(active.id), String(over.id)) : undefined),
    onDragEnd: ({ active, over }) =>
      t('reorder.dropped', {
        name: label(String(active.id)),
        place: over ? place(String(active.id), String(over.id)) : t('reorder.same'),
      }),
    onDragCancel: ({ active }) => t('reorder.cancelled', { name: label(String(active.id)) }),
  }

  return (
    <OrderContext value={{ placesFor, label, onMove, moveByKey, wasMovedByKey }}>
      <DndContext
        sensors={sensors}
        collisionDetection={amongPlaces(placesFor)}
        accessibility={{ announcements, screenReaderInstructions: { draggable: t('reorder.help') } }}
        onDragStart={({ active }) => setCarried(String(active.id))}
        onDragCancel={() => setCarried(null)}
        onDragEnd={({ active, over, activatorEvent }) => {
          setCarried(null)
          const id = String(active.id)
          const edge = over && edgeOf(placesFor(id), id, String(over.id))
          if (!over || !edge) return
          const move = activatorEvent.type === 'keydown' ? moveByKey : onMove
          move(id, String(over.id), edge)
        }}
      >
        {children}
        <DragOverlay dropAnimation={null}>
          {carried !== null && <span className={classes.carried}>{label(carried)}</span>}
        </DragOverlay>
      </DndContext>
    </OrderContext>
  )
}

export interface ReorderItem {
  readonly setNode: (element: HTMLElement | null) => void
  /** On which of its edges what is carried would be put. */
  readonly edge: Edge | null
  readonly isCarried: boolean
  readonly grip: ReactNode
}

/** A row that is carried by its grip, and a place for others. */
export function useReorderItem(id: string): ReorderItem {
  const { t } = useTranslation()
  const order = use(OrderContext)
  const name = order?.label(id) ?? ''
  const { attributes, listeners, setNodeRef, setActivatorNodeRef, isDragging } = useDraggable({
    id,
    attributes: { roleDescription: t('reorder.item') },
  })
  const place = useReorderPlace(id)
  const grip = useRef<HTMLElement | null>(null)
  const takeFocusBack = useEffectEvent(() => {
    if (order?.wasMovedByKey(id) && document.activeElement === document.body) grip.current?.focus()
  })
  useEffect(() => takeFocusBack(), [])
  const step = (event: KeyboardEvent) => {
    const by = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (!event.altKey || by === undefined || !order) return
    event.preventDefault()
    const places = order.placesFor(id)
    const over = stepFrom(places, id, by)
    const edge = over === null ? null : edgeOf(places, id, over)
    if (over !== null && edge !== null) order.moveByKey(id, over, edge)
  }

  return {
    setNode(element) {
      setNodeRef(element)
      place.setNode(element)
    },
    edge: place.edge,
    isCarried: isDragging,
    grip: (
      <Tooltip label={t('reorder.keys')}>
        <ActionIcon
          {...attributes}
          {...listeners}
          ref={(element) => {
            grip.current = element
            setActivatorNodeRef(element)
          }}
          className={classes.grip}
          size={24}
          aria-label={t('reorder.grip', { name })}
          onKeyDown={(event) => {
            step(event)
            if (!event.defaultPrevented) listeners?.['onKeyDown']?.(event)
          }}
        >
          <IconGripVertical size={14} stroke={1.6} aria-hidden />
        </ActionIcon>
      </Tooltip>
    ),
  }
}

/** A row that stays where it is, as a place for others: the head of a group. */
export function useReorderPlace(id: string): Pick<ReorderItem, 'setNode' | 'edge'> {
  const order = use(OrderContext)
  const { setNodeRef } = useDroppable({ id })
  const { active, over } = useDndContext()
  const edge =
    active && over?.id === id && order ? edgeOf(order.placesFor(String(active.id)), String(active.id), id) : null
  return { setNode: setNodeRef, edge }
}

/** The place at the height of the pointer, or of what the keyboard carries. */
function amongPlaces(placesFor: Order['placesFor']): CollisionDetection {
  return ({ droppableContainers, pointerCoordinates, ...rest }) => {
    const places = placesFor(String(rest.active.id))
    const among = droppableContainers.filter(({ id }) => places.includes(String(id)))
    const y = pointerCoordinates?.y ?? rest.collisionRect.top + rest.collisionRect.height / 2
    const hit = among.find(({ id }) => {
      const rect = rest.droppableRects.get(id)
      return rect !== undefined && rect.top <= y && y < rect.bottom
    })
    if (hit) return [{ id: hit.id }]
    return closestCenter({ ...rest, pointerCoordinates, droppableContainers: among })
  }
}

function toNextPlace(placesFor: Order['placesFor']): KeyboardCoordinateGetter {
  return (event, { active, currentCoordinates, context }) => {
    const by = { [KeyboardCode.Down as string]: 1, [KeyboardCode.Up as string]: -1 }[event.code]
    if (by === undefined) return undefined
    event.preventDefault()
    const next = stepFrom(placesFor(String(active)), String(context.over?.id ?? active), by)
    const rect = next === null ? undefined : context.droppableRects.get(next)
    if (!rect || !context.collisionRect) return undefined
    return { x: currentCoordinates.x, y: rect.top + (rect.height - context.collisionRect.height) / 2 }
  }
}
