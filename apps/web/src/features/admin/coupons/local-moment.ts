/** A moment as the browser's own field for one shows it: in the time of this device, to the minute. */
export const toLocalField = (at: Date): string => {
  const two = (value: number) => String(value).padStart(2, '0')
  return `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}T${two(at.getHours())}:${two(at.getMinutes())}`
}

/** The moment that such a field says, or null where it says none. */
export const fromLocalField = (text: string): string | null => {
  const at = new Date(text)
  return text === '' || Number.isNaN(at.getTime()) ? null : at.toISOString()
}

/** The moment that such a field says instead of the one it showed; null where it still shows it, or says none. */
export const changedLocalField = (text: string, shown: Date): string | null =>
  text === toLocalField(shown) ? null : fromLocalField(text)
