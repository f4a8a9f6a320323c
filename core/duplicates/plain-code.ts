/** A number or WeChat name, however wide its letters were typed. Its dashes stay: K1-23 is not K12-3. */
export function plainCode(code: string): string {
  return code.normalize('NFKC').trim().toLowerCase()
}
