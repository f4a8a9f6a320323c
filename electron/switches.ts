import type { CommandLine } from 'electron'

// Each of these opens the page, or the program around it, to somebody else.
const refused = [
  'remote-debugging-port',
  'remote-debugging-pipe',
  'remote-allow-origins',
  'inspect',
  'inspect-brk',
  'js-flags',
  'load-extension',
  'disable-web-security',
  'allow-file-access-from-files',
  'no-sandbox',
  'host-rules',
  'proxy-server',
  'proxy-pac-url',
]

/** The first switch a released program does not start with. */
export function refusedSwitch(commandLine: Pick<CommandLine, 'hasSwitch'>): string | undefined {
  return refused.find((name) => commandLine.hasSwitch(name))
}

/** No background traffic, and no name resolves: nothing goes out even where something would like to. */
export function cutTheCable(commandLine: Pick<CommandLine, 'appendSwitch'>): void {
  commandLine.appendSwitch('host-resolver-rules', 'MAP * ~NOTFOUND')
  for (const name of [
    'disable-background-networking',
    'disable-component-update',
    'disable-domain-reliability',
    'no-pings',
  ]) {
    commandLine.appendSwitch(name)
  }
}
