import { app, dialog } from 'electron'
import type { CoreStart } from '#contract/host.ts'
import type { Words } from './words.ts'

/** Says why the data cannot be opened, and offers to open other data. Nothing here deletes anything. */
export async function explainOpenProblem(
  { problem, path }: Extract<CoreStart, { kind: 'failed' }>,
  words: Words,
): Promise<void> {
  const { [problem]: message, where, choose, quit } = words.cannotOpen
  const detail = path === '' ? '' : where.replace('{{path}}', path)
  const { response } = await dialog.showMessageBox({
    type: 'error',
    message,
    detail,
    buttons: [quit, choose],
    cancelId: 0,
  })

  const [folder] = response === 1 ? (await dialog.showOpenDialog({ properties: ['openDirectory'] })).filePaths : []
  if (folder !== undefined) app.relaunch({ args: [...programArguments(), `--data=${folder}`] })
  app.exit(0)
}

/** Unpackaged, the first argument is the folder Electron runs. */
function programArguments(): string[] {
  return app.isPackaged ? [] : process.argv.slice(1, 2)
}
