import type { Chain, ChainArrow, ChainNode } from './decision-layout.ts'

/** Sizes of the chart in pixels. */
export const box = { width: 132, height: 40 } as const
const gap = { x: 28, y: 28 } as const

interface Point {
  readonly x: number
  readonly y: number
}

export interface DrawnArrow extends ChainArrow {
  /** An SVG path. */
  readonly path: string
  /** Whether it needs a point to say which way it goes: a line up to a superior does not. */
  readonly isPointed: boolean
}

export function sizeOf(chain: Chain): { width: number; height: number } {
  return {
    width: chain.columns * (box.width + gap.x) - gap.x,
    height: chain.rows * (box.height + gap.y) - (bowsBelow(chain) ? 0 : gap.y),
  }
}

/** Whether a bow hangs beneath the last row. */
function bowsBelow({ nodes, arrows, rows }: Chain): boolean {
  const last = new Map(nodes.filter(({ row }) => row === rows - 1).map(({ id, column }) => [id, column]))
  return arrows.some(({ from, to }) => Math.abs((last.get(from) ?? NaN) - (last.get(to) ?? NaN)) > 1)
}

/** The upper left corner of a box. */
export function cornerOf({ column, row }: ChainNode): Point {
  return { x: column * (box.width + gap.x), y: row * (box.height + gap.y) }
}

/** The lines between the boxes: up to superiors in right angles, influences in curves beside them. */
export function drawnArrows({ nodes, arrows }: Chain): DrawnArrow[] {
  const byId = new Map(nodes.map((node) => [node.id, node]))
  return arrows.flatMap((arrow) => {
    const [from, to] = [byId.get(arrow.from), byId.get(arrow.to)]
    if (!from || !to) return []
    const isUpwards = arrow.kind === 'reportsTo' && from.row === to.row + 1
    return [{ ...arrow, path: isUpwards ? elbow(from, to) : curve(from, to), isPointed: !isUpwards }]
  })
}

function elbow(from: ChainNode, to: ChainNode): string {
  const [start, end] = [edgeOf(from, 'top', 0), edgeOf(to, 'bottom', 0)]
  return `M ${start.x} ${start.y} V ${start.y - gap.y / 2} H ${end.x} V ${end.y}`
}

/** So far beside the middle of a box that it is not taken for the line of a superior. */
const aside = 36

function curve(from: ChainNode, to: ChainNode): string {
  if (from.row === to.row) return beside(from, to)
  const isDown = to.row > from.row
  const [start, end] = isDown
    ? [edgeOf(from, 'bottom', aside), edgeOf(to, 'top', aside)]
    : [edgeOf(from, 'top', -aside), edgeOf(to, 'bottom', -aside)]
  const middle = (start.y + end.y) / 2
  return `M ${start.x} ${start.y} C ${start.x} ${middle} ${end.x} ${middle} ${end.x} ${end.y}`
}

/** Neighbours are joined across the gap, others by a bow beneath those in between. */
function beside(from: ChainNode, to: ChainNode): string {
  const isRight = to.column > from.column
  if (Math.abs(to.column - from.column) <= 1) {
    const [start, end] = [sideOf(from, isRight), sideOf(to, !isRight)]
    return `M ${start.x} ${start.y} H ${end.x}`
  }
  const [start, end] = [
    edgeOf(from, 'bottom', isRight ? aside : -aside),
    edgeOf(to, 'bottom', isRight ? -aside : aside),
  ]
  const low = start.y + gap.y * 0.8
  return `M ${start.x} ${start.y} C ${start.x} ${low} ${end.x} ${low} ${end.x} ${end.y}`
}

function edgeOf(node: ChainNode, edge: 'top' | 'bottom', offset: number): Point {
  const { x, y } = cornerOf(node)
  return { x: x + box.width / 2 + offset, y: edge === 'top' ? y : y + box.height }
}

function sideOf(node: ChainNode, isRight: boolean): Point {
  const { x, y } = cornerOf(node)
  return { x: isRight ? x + box.width : x, y: y + box.height / 2 + 8 }
}
