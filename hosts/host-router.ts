import { implement } from '@orpc/server'
import { host } from '#contract/host.ts'
import type { FileRegistry } from '#core/lib/file-registry.ts'

const os = implement(host).$context<{ readonly files: FileRegistry; readonly close: () => Promise<void> }>()

export const hostRouter = os.router({
  addFile: os.addFile.handler(({ context, input }) => context.files.add(input.path)),
  newFile: os.newFile.handler(({ context, input }) => {
    const { token, path } = context.files.create(input.name)
    return { token, path }
  }),
  locateFile: os.locateFile.handler(({ context: { files }, input: { token } }) => ({
    path: files.pathOf(token),
    name: files.nameOf(token),
  })),
  close: os.close.handler(async ({ context }) => {
    await context.close()
    return {}
  }),
})
