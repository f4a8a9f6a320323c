import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'

const openers: Partial<Record<NodeJS.Platform, readonly [command: string, ...args: string[]]>> = {
  win32: ['rundll32', 'url.dll,FileProtocolHandler'],
  darwin: ['open'],
}

/**
 * Opens the system's browser at the launch address. Other users of the machine can read command lines, so the
 * address goes into a file that only this user can read, and the browser is sent there.
 */
export function openBrowser(launchAddress: string): void {
  const [command, ...args] = openers[process.platform] ?? ['xdg-open']
  const file = pathToFileURL(writeLaunchFile(launchAddress)).href
  // Where there is no browser to be had, the address printed on the terminal is the way in.
  spawn(command, [...args, file], { stdio: 'ignore', detached: true })
    .on('error', () => {})
    .unref()
}

/** Writes a file that sends whoever may read it to the address. It is gone when the address is, after a minute. */
export function writeLaunchFile(launchAddress: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'shuke-open-'))
  const file = join(folder, 'open.html')
  writeFileSync(file, redirectTo(launchAddress), { mode: 0o600 })
  const remove = () => rmSync(folder, { recursive: true, force: true })
  setTimeout(remove, 60_000).unref()
  process.once('exit', remove)
  return file
}

function redirectTo(address: string): string {
  return `<!doctype html><meta charset="utf-8"><meta name="referrer" content="no-referrer"><meta http-equiv="refresh" content="0;url=${address}"><title>熟客</title>`
}
