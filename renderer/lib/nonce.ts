/** What the style elements that the grid and the UI kit add at run time must carry under the page's policy. */
export function styleNonce(): string {
  return document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce ?? ''
}
