import { relative } from 'node:path'
import { z } from 'zod'
import { rootDir } from '../lib/paths.ts'
import { type Counts, sayFailure } from './counts.ts'

const testSchema = z.object({
  status: z.string(),
  fullName: z.string().default(''),
  failureMessages: z.array(z.string()).nullish(),
})
const reportSchema = z.object({
  numPassedTests: z.number(),
  numFailedTests: z.number(),
  numPendingTests: z.number(),
  numTodoTests: z.number().default(0),
  testResults: z.array(
    z.object({
      name: z.string().default(''),
      status: z.string(),
      message: z.string().default(''),
      assertionResults: z.array(testSchema),
    }),
  ),
})

const isFailed = ({ status }: z.output<typeof testSchema>): boolean => status === 'failed'

/**
 * Reads vitest's JSON report so that nothing broken counts as nothing: a file that could not be loaded is one failure,
 * and so is a run that ended badly without a failed test, or that ran no test at all.
 */
export const countVitest = (report: unknown, exitCode: number): Counts => {
  const read = reportSchema.parse(report)
  const brokenFiles = read.testResults.filter(file => file.status === 'failed' && !file.assertionResults.some(isFailed))
  const failures = [
    ...brokenFiles.map(({ name, message }) => sayFailure(relative(rootDir, name), 'the file did not run', message)),
    ...read.testResults.flatMap(({ name, assertionResults }) =>
      assertionResults
        .filter(isFailed)
        .map(test => sayFailure(relative(rootDir, name), test.fullName, test.failureMessages?.[0] ?? '')),
    ),
  ]
  const failed = read.numFailedTests + brokenFiles.length
  const counts = { passed: read.numPassedTests, skipped: read.numPendingTests + read.numTodoTests, failures }
  if (failed > 0)
    return { ...counts, failed, note: brokenFiles.length > 0 ? `${brokenFiles.length} files did not run` : '' }
  if (exitCode !== 0) return { ...counts, failed: 1, note: `no test failed, yet vitest ended with ${exitCode}` }
  if (counts.passed === 0) return { ...counts, failed: 1, note: 'no test ran' }
  return { ...counts, failed: 0, note: '' }
}
