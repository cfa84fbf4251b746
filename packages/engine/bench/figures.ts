/** The value below which this share of the numbers lies. */
export function percentile(numbers: number[], share: number): number {
  const sorted = numbers.toSorted((one, other) => one - other)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN
}

/** "p50 2.9, p95 5.2, most 7.0 ms" */
export function describeTimes(ms: number[]): string {
  const [middle, high, most] = [0.5, 0.95, 1].map(share => percentile(ms, share).toFixed(1))
  return `p50 ${middle}, p95 ${high}, most ${most} ms`
}
