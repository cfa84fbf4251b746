import { z } from 'zod'

const reportSchema = z.object({
  numPassedTests: z.number(),
  numFailedTests: z.number(),
  numPendingTests: z.number(),
  numTodoTests: z.number().default(0),
  testResults: z.array(z.object({ status: z.string(), assertionResults: z.array(z.object({ status: z.string() })) })),
})

export interface Counts {
  passed: number
  failed: number
  skipped: number
  note: string
}

/**
 * Reads vitest's JSON report so that nothing broken counts as nothing: a file that could not be loaded is one failure,
 * and so is a run that ended badly without a failed test, or that ran no test at all.
 */
export const countVitest = (report: unknown, exitCode: number): Counts => {
  const read = reportSchema.parse(report)
  const brokenFiles = read.testResults.filter(
    file => file.status === 'failed' && !file.assertionResults.some(test => test.status === 'failed'),
  ).length
  const failed = read.numFailedTests + brokenFiles
  const counts = { passed: read.numPassedTests, skipped: read.numPendingTests + read.numTodoTests }
  if (failed > 0) return { ...counts, failed, note: brokenFiles > 0 ? `${brokenFiles} files did not run` : '' }
  if (exitCode !== 0) return { ...counts, failed: 1, note: `no test failed, yet vitest ended with ${exitCode}` }
  if (counts.passed === 0) return { ...counts, failed: 1, note: 'no test ran' }
  return { ...counts, failed: 0, note: '' }
}
