import { seconds } from '../lib/stages.ts'

export interface Outcome {
  kind: string
  passed: number
  failed: number
  skipped: number
  tookMs: number
  /** What the numbers alone do not say: no test files yet, flaky, out of time. */
  note: string
  /** Each failed test in a line, where the kind of test names them. */
  failures?: readonly string[]
}

export const sayOutcome = ({ kind, passed, failed, skipped, tookMs, note }: Outcome): string => {
  const parts = [
    `${passed} passed`,
    `${failed} failed`,
    ...(skipped > 0 ? [`${skipped} skipped`] : []),
    seconds(tookMs),
  ]
  return `  ${kind.padEnd(8)}${parts.join(', ')}${note === '' ? '' : ` (${note})`}`
}

/** The failed tests once more, after thousands of lines of others. */
export const sayFailures = (outcomes: readonly Outcome[]): string[] =>
  outcomes.flatMap(({ kind, failures = [] }) => failures.map(failure => `  FAILED ${kind}: ${failure}`))

export const sumUp = (outcomes: readonly Outcome[]): { passed: number; failed: number } => ({
  passed: outcomes.reduce((sum, { passed }) => sum + passed, 0),
  failed: outcomes.reduce((sum, { failed }) => sum + failed, 0),
})
