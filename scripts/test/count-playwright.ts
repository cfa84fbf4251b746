import { z } from 'zod'
import type { Counts } from './count-vitest.ts'

const reportSchema = z.object({
  stats: z.object({ expected: z.number(), unexpected: z.number(), flaky: z.number(), skipped: z.number() }),
  errors: z.array(z.unknown()).default([]),
})

/** Reads Playwright's JSON report; errors outside of tests, and a run of no test, count as a failure each. */
export const countPlaywright = (report: unknown, exitCode: number): Counts => {
  const { stats, errors } = reportSchema.parse(report)
  const counts = { passed: stats.expected + stats.flaky, skipped: stats.skipped }
  const note = stats.flaky > 0 ? `${stats.flaky} passed only when tried again` : ''
  const failed = stats.unexpected + errors.length
  if (failed > 0) return { ...counts, failed, note }
  if (exitCode !== 0) return { ...counts, failed: 1, note: `no test failed, yet Playwright ended with ${exitCode}` }
  if (counts.passed === 0) return { ...counts, failed: 1, note: 'no test ran' }
  return { ...counts, failed: 0, note }
}
