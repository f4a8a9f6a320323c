export function notYet(): never {
  throw new Error('Not built yet')
}
