const units = [
  ['days', 86_400],
  ['hours', 3600],
  ['minutes', 60],
] as const

type Duration = { readonly unit: 'days' | 'hours' | 'minutes' | 'seconds'; readonly count: number }

/** A time in the largest unit that says it exactly. */
export const durationOf = (seconds: number): Duration => {
  const fit = units.find(([, size]) => seconds >= size && seconds % size === 0)
  return fit ? { unit: fit[0], count: seconds / fit[1] } : { unit: 'seconds', count: seconds }
}
