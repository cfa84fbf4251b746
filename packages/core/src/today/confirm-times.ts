/**
 * Times are kept as counts of steps that grow by a quarter each, from 50 ms to about three days: counts of any hours can be
 * added, and a percentile of their sum is right within a step. SQL counts them as `confirmTimeStep` says.
 */
export const confirmTimeSteps = { firstMs: 50, factor: 1.25, count: 70 } as const

export type ConfirmTimes = Readonly<Record<string, number>>

/** The step that a time falls into; 0 for everything below the first, the last for everything above it. */
export const confirmTimeStep = (ms: number): number => {
  const { firstMs, factor, count } = confirmTimeSteps
  if (ms < firstMs) return 0
  return Math.min(count, 1 + Math.floor(Math.log(ms / firstMs) / Math.log(factor)))
}

export const addConfirmTimes = (all: readonly ConfirmTimes[]): ConfirmTimes => {
  const sum: Record<string, number> = {}
  for (const times of all) for (const [step, count] of Object.entries(times)) sum[step] = (sum[step] ?? 0) + count
  return sum
}

/** The time within which this part (0 to 1) of the orders was confirmed, in ms; null where none was. */
export const confirmTimeWithin = (times: ConfirmTimes, part: number): number | null => {
  const total = Object.values(times).reduce((sum, count) => sum + count, 0)
  if (total === 0) return null
  const wanted = part * total
  let before = 0
  const steps = Object.keys(times)
    .map(Number)
    .sort((a, b) => a - b)
  for (const step of steps) {
    const count = times[String(step)] ?? 0
    if (before + count >= wanted) return Math.round(within(step, (wanted - before) / count))
    before += count
  }
  return null
}

const within = (step: number, part: number): number => {
  const { firstMs, factor } = confirmTimeSteps
  const from = step === 0 ? 0 : firstMs * factor ** (step - 1)
  const to = firstMs * factor ** step
  return from + (to - from) * part
}
