/** As file managers write it: 12 KB, 3.4 MB, 120 MB, 1.2 GB. Nothing is smaller than 1 KB. */
export function formatFileSize(bytes: number): string {
  const kilobytes = Math.max(1, Math.round(bytes / 1024))
  if (kilobytes < 1000) return `${kilobytes} KB`
  const megabytes = bytes / 1024 ** 2
  return megabytes < 999.5 ? `${short(megabytes)} MB` : `${short(megabytes / 1024)} GB`
}

function short(number: number): string {
  return number < 9.95 ? number.toFixed(1) : String(Math.round(number))
}
