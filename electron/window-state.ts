import { readFileSync, renameSync, writeFileSync } from 'node:fs'
import { z } from 'zod'
import { Language } from '#contract/common.ts'

const Bounds = z.object({ x: z.int().exactOptional(), y: z.int().exactOptional(), width: z.int(), height: z.int() })

/** What the shell remembers between starts. The customer data know nothing of it. */
const WindowState = z.object({
  bounds: Bounds,
  isMaximized: z.boolean(),
  language: Language.nullable(),
})
export type WindowState = z.infer<typeof WindowState>

interface Rectangle {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

const firstState: WindowState = { bounds: { width: 1366, height: 768 }, isMaximized: false, language: null }
const smallestGrip = 100

/** The remembered window, moved to where a display shows it: the second screen may have been unplugged since. */
export function readWindowState(file: string, displays: readonly Rectangle[]): WindowState {
  const state = parse(file)
  const { x, y, width, height } = state.bounds
  if (x !== undefined && y !== undefined && displays.some((display) => isWithinReach({ x, y, width, height }, display)))
    return state
  return { ...state, bounds: { width, height } }
}

/** Written beside and renamed over: on a full disk the old state stays whole. */
export function writeWindowState(file: string, state: WindowState): void {
  writeFileSync(`${file}.tmp`, JSON.stringify(state))
  renameSync(`${file}.tmp`, file)
}

function parse(file: string): WindowState {
  try {
    return WindowState.parse(JSON.parse(readFileSync(file, 'utf8')))
  } catch {
    return firstState
  }
}

/** Enough of the title bar is on the display to take hold of it. */
function isWithinReach(window: Rectangle, display: Rectangle): boolean {
  const overlap = Math.min(window.x + window.width, display.x + display.width) - Math.max(window.x, display.x)
  return overlap >= smallestGrip && window.y >= display.y && window.y < display.y + display.height - smallestGrip
}
