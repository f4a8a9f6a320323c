const units = ['KB', 'MB'] as const

/** As file managers write it: 12 KB, 3.4 MB. Nothing is smaller than 1 KB. */
export function formatFileSize(bytes: number): string {
  const kilobytes = bytes / 1024
  if (kilobytes < 1000) return `${Math.max(1, Math.round(kilobytes))} ${units[0]}`
  const megabytes = kilobytes / 1024
  return `${megabytes < 9.95 ? megabytes.toFixed(1) : Math.round(megabytes)} ${units[1]}`
}
