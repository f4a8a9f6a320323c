const place = 'shuke.lastChannel'

/** The channel used last is most likely the next one too. It is the key of a choice, not anything about a customer. */
export function lastChannel(channels: readonly { readonly key: string }[]): string {
  const last = localStorage.getItem(place)
  const isOffered = (key: string | null) => channels.some((channel) => channel.key === key)
  if (last !== null && isOffered(last)) return last
  return isOffered('phone') ? 'phone' : (channels[0]?.key ?? '')
}

export function rememberChannel(channel: string): void {
  localStorage.setItem(place, channel)
}
