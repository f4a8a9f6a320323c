/** The page's own address. A scheme of its own, so that `file://` opens no door. */
export const pageScheme = 'app'
export const pageOrigin = `${pageScheme}://shuke`

/** Only the page itself: not `app://shuke.evil`, not `app://x@shuke`, not another scheme. */
export function isOwnPage(address: string): boolean {
  const url = URL.parse(address)
  return (
    url !== null &&
    url.protocol === `${pageScheme}:` &&
    url.host === 'shuke' &&
    url.username === '' &&
    url.password === ''
  )
}

const telephone = /^tel:\+?[\d-]{3,20}$/
const mail = /^mailto:[\w.+-]{1,64}@[a-z\d-]{1,63}(\.[a-z\d-]{1,63}){1,8}$/i

/** What may be handed to the system to open: a number to call, an address to write to, and nothing else. */
export function mayOpenOutside(address: string): boolean {
  return telephone.test(address) || mail.test(address)
}
