import { type Session, shell, type WebContents } from 'electron'
import { isOwnPage, mayOpenOutside } from './page-origin.ts'

/** Electron grants every permission unless it is told not to: all are denied, by default and not by list. */
export function lockDownSession(session: Session): void {
  session.setPermissionRequestHandler((_contents, permission, decide) => decide(isPermitted(permission)))
  session.setPermissionCheckHandler((_contents, permission) => isPermitted(permission))
  session.setDevicePermissionHandler(() => false)
  session.setDisplayMediaRequestHandler((_request, decide) => decide({}))
  session.setBluetoothPairingHandler((_details, decide) => decide({ confirmed: false }))
  // The spell checker would fetch its dictionaries from the internet.
  session.setSpellCheckerEnabled(false)
  session.webRequest.onBeforeRequest(({ url }, decide) => decide({ cancel: !isLocal(url) }))
}

/** The page stays where it is: no other page, no other window, no view inside it, no credentials. */
export function lockDownContents(contents: WebContents): void {
  contents.on('will-navigate', (event) => {
    stay(event)
    openOutside(event.url)
  })
  contents.on('will-frame-navigate', stay)
  contents.on('will-redirect', stay)
  contents.setWindowOpenHandler(({ url }) => {
    openOutside(url)
    return { action: 'deny' }
  })
  contents.on('will-attach-webview', (event) => event.preventDefault())
  contents.on('login', (event) => event.preventDefault())
  contents.on('select-client-certificate', (event) => event.preventDefault())
  contents.on('certificate-error', (event, _url, _error, _certificate, trust) => {
    event.preventDefault()
    trust(false)
  })
  contents.on('select-bluetooth-device', (event, _devices, choose) => {
    event.preventDefault()
    choose('')
  })
}

export function isPermitted(permission: string): boolean {
  return permission === 'clipboard-sanitized-write'
}

function stay(event: { readonly url: string; preventDefault(): void }): void {
  if (!isOwnPage(event.url)) event.preventDefault()
}

function openOutside(url: string): void {
  if (mayOpenOutside(url)) void shell.openExternal(url)
}

/** Shuke works with the cable pulled out; whatever wants to go out is stopped here. */
function isLocal(address: string): boolean {
  return isOwnPage(address) || /^(data|blob|devtools):/.test(address)
}
