import { join } from 'node:path'

interface Machine {
  readonly platform: NodeJS.Platform
  readonly env: Readonly<Record<string, string | undefined>>
  readonly home: string
}

/** Where the data lives unless somebody says otherwise: the same folder for the window and for the browser host. */
export function defaultDataFolder({ platform, env, home }: Machine): string {
  return join(appData({ platform, env, home }), 'Shuke', 'data')
}

function appData({ platform, env, home }: Machine): string {
  if (platform === 'win32') return env['APPDATA'] ?? join(home, 'AppData', 'Roaming')
  if (platform === 'darwin') return join(home, 'Library', 'Application Support')
  return env['XDG_CONFIG_HOME'] ?? join(home, '.config')
}
