import { app, Menu, nativeImage, Tray } from 'electron'
import { menuTemplate } from './menu.ts'
import type { Words } from './words.ts'

let tray: Tray | undefined

export function setMenu(needs: Parameters<typeof menuTemplate>[0]): void {
  Menu.setApplicationMenu(Menu.buildFromTemplate(menuTemplate(needs)))
}

/** One icon beside the clock, spoken to in the language of the moment. */
export function setTray(icon: string, words: Words, show: () => void): void {
  tray ??= new Tray(nativeImage.createFromPath(icon).resize({ height: 20 })).on('click', show)
  tray.setToolTip(words.appName)
  tray.setContextMenu(
    Menu.buildFromTemplate([
      { label: words.tray.show, click: show },
      { label: words.tray.quit, click: () => app.quit() },
    ]),
  )
}
