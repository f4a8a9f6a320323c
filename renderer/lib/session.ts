import { setConnected } from './connection.ts'

const storageKey = 'shuke.session'

/**
 * Speaks to the browser host as the user who launched it: the one-time code of the launch address is traded in for a
 * token, once. The token is kept for a reload of this tab and is worth nothing to another port or after a restart.
 */
export async function hostFetch(input: string | Request, init?: RequestInit): Promise<Response> {
  const request = new Request(input, init)
  request.headers.set('authorization', `Bearer ${await token()}`)
  try {
    const response = await fetch(request)
    if (response.status === 401) setConnected(false)
    return response
  } catch (error) {
    if (!request.signal.aborted) setConnected(false)
    throw error
  }
}

let traded: Promise<string> | null = null

function token(): Promise<string> {
  traded ??= tradeCode()
  return traded
}

async function tradeCode(): Promise<string> {
  const code = new URLSearchParams(location.hash.slice(1)).get('c')
  if (code === null) return sessionStorage.getItem(storageKey) ?? ''
  history.replaceState(null, '', location.pathname)
  const response = await fetch('/session', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ code }),
  })
  if (!response.ok) return ''
  const answer: { token: string } = await response.json()
  sessionStorage.setItem(storageKey, answer.token)
  return answer.token
}
