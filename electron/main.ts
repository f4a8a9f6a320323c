import { join } from 'node:path'
import { app, BrowserWindow, dialog, screen, session } from 'electron'
import type { CommandId } from '#contract/commands.ts'
import type { Language } from '#contract/common.ts'
import { coreArguments } from './core-arguments.ts'
import { type CoreProcess, startCore } from './core-process.ts'
import { explainOpenProblem } from './explain-open-problem.ts'
import { serveShell } from './ipc.ts'
import { lockDownContents, lockDownSession } from './lock-down.ts'
import { setMenu, setTray } from './menu-and-tray.ts'
import { pageOrigin } from './page-origin.ts'
import { registerPageScheme, servePage } from './page-protocol.ts'
import { shellHandlers } from './shell-handlers.ts'
import { cutTheCable, refusedSwitch } from './switches.ts'
import { windowOptions } from './window-options.ts'
import { readWindowState, type WindowState, writeWindowState } from './window-state.ts'
import { wordsIn } from './words.ts'

const here = import.meta.dirname
const icon = join(here, 'icon.png')

if ((app.isPackaged && refusedSwitch(app.commandLine)) || !app.requestSingleInstanceLock()) app.exit(0)
else start()

function start(): void {
  cutTheCable(app.commandLine)
  app.enableSandbox()
  // Windows shows notices only of programs that say which of the start menu they are.
  app.setAppUserModelId('cn.shuke.desktop')
  registerPageScheme()
  app.on('web-contents-created', (_event, contents) => lockDownContents(contents))
  app.on('window-all-closed', () => app.quit())
  void app.whenReady().then(openApp)
}

async function openApp(): Promise<void> {
  const stateFile = join(app.getPath('userData'), 'window.json')
  let state = readWindowState(
    stateFile,
    screen.getAllDisplays().map(({ workArea }) => workArea),
  )
  const language = () => state.language ?? (app.getLocale().startsWith('zh') ? 'zh-CN' : 'en')
  const words = () => wordsIn(language())

  const core = await startCore(join(here, 'utility-process.js'), coreArguments(process.argv))
  if (core.start.kind === 'failed') return explainOpenProblem(core.start, words())

  lockDownSession(session.defaultSession)
  servePage(session.defaultSession, join(here, '../renderer'))
  const window = openWindow(state)
  const send = (command: CommandId) => window.webContents.send('shell:command', command)
  const speak = () => {
    setMenu({ words: words(), platform: process.platform, isRelease: app.isPackaged, send })
    setTray(icon, words(), () => window.show())
  }

  core.serve(window)
  serveShell(window, shellHandlers({ window, core, words, setLanguage }))
  speak()
  askBeforeLeaving()
  endTogether(core)
  window.on('close', () => {
    state = { ...state, bounds: window.getNormalBounds(), isMaximized: window.isMaximized() }
    writeWindowState(stateFile, state)
  })
  app.on('second-instance', () => {
    if (window.isMinimized()) window.restore()
    window.focus()
  })
  await window.loadURL(`${pageOrigin}/`)

  function setLanguage(chosen: Language): void {
    state = { ...state, language: chosen }
    speak()
  }

  function askBeforeLeaving(): void {
    window.webContents.on('will-prevent-unload', (event) => {
      const { question, detail, stay, leave } = words().leave
      const answer = dialog.showMessageBoxSync(window, {
        message: question,
        detail,
        buttons: [stay, leave],
        cancelId: 0,
      })
      // Preventing the prevention: the window may go.
      if (answer === 1) event.preventDefault()
    })
  }

  /** The core closes its file before the program ends; where it ends by itself, the user is told and goes on. */
  function endTogether({ client, ended, kill }: CoreProcess): void {
    let isClosing = false
    app.on('will-quit', (event) => {
      if (isClosing) return
      isClosing = true
      event.preventDefault()
      void client
        .close(undefined, { signal: AbortSignal.timeout(10_000) })
        .catch(() => undefined)
        .finally(() => {
          kill()
          app.quit()
        })
    })
    void ended.then(() => {
      if (isClosing) return
      const { message, detail, restart } = words().coreStopped
      dialog.showMessageBoxSync(window, { type: 'error', message, detail, buttons: [restart] })
      app.relaunch()
      app.exit(1)
    })
  }
}

function openWindow(state: WindowState): BrowserWindow {
  const preload = join(here, 'preload.cjs')
  const window = new BrowserWindow(windowOptions({ state, preload, icon, isRelease: app.isPackaged }))
  if (state.isMaximized) window.maximize()
  window.once('ready-to-show', () => window.show())
  return window
}
