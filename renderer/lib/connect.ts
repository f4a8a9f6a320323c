import { RPCLink as HttpLink } from '@orpc/client/fetch'
import { RPCLink as PortLink } from '@orpc/client/message-port'
import { isElectron } from './platform.ts'
import { hostFetch } from './session.ts'

/**
 * The line to the core: a message port inside Electron, loopback HTTP in a browser.
 *
 * Requests may be sent at once; the port holds them until the core answers.
 */
export function connect() {
  if (!isElectron) return new HttpLink({ url: () => `${location.origin}/rpc`, fetch: (request) => hostFetch(request) })

  const { port1, port2 } = new MessageChannel()
  window.postMessage('core:connect', location.origin, [port2])
  port1.start()
  return new PortLink({ port: port1 })
}
