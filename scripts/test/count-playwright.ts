import { z } from 'zod'
import { type Counts, sayFailure } from './counts.ts'

const errorSchema = z.object({ message: z.string().default('') })
const specSchema = z.object({
  title: z.string(),
  file: z.string(),
  tests: z.array(
    z.object({
      projectName: z.string(),
      status: z.string(),
      results: z.array(z.object({ error: errorSchema.optional() })),
    }),
  ),
})
const suiteSchema = z.object({
  specs: z.array(specSchema),
  get suites() {
    return z.array(suiteSchema).default([])
  },
})
const reportSchema = z.object({
  stats: z.object({ expected: z.number(), unexpected: z.number(), flaky: z.number(), skipped: z.number() }),
  errors: z.array(errorSchema).default([]),
  suites: z.array(suiteSchema).default([]),
})

const listSpecs = ({ specs, suites }: z.output<typeof suiteSchema>): readonly z.output<typeof specSchema>[] => [
  ...specs,
  ...suites.flatMap(listSpecs),
]

const listFailures = ({ suites, errors }: z.output<typeof reportSchema>): readonly string[] => [
  ...errors.map(({ message }) => sayFailure('e2e', 'outside of every test', message)),
  ...suites.flatMap(listSpecs).flatMap(({ file, title, tests }) =>
    tests
      .filter(({ status }) => status === 'unexpected')
      .map(({ projectName, results }) => {
        const message = results.findLast(({ error }) => error)?.error?.message
        return sayFailure(`apps/web/e2e/${file}`, `${title} [${projectName}]`, message ?? '')
      }),
  ),
]

/** Reads Playwright's JSON report; errors outside of tests, and a run of no test, count as a failure each. */
export const countPlaywright = (report: unknown, exitCode: number): Counts => {
  const read = reportSchema.parse(report)
  const { stats, errors } = read
  const counts = { passed: stats.expected + stats.flaky, skipped: stats.skipped, failures: listFailures(read) }
  const note = stats.flaky > 0 ? `${stats.flaky} passed only when tried again` : ''
  const failed = stats.unexpected + errors.length
  if (failed > 0) return { ...counts, failed, note }
  if (exitCode !== 0) return { ...counts, failed: 1, note: `no test failed, yet Playwright ended with ${exitCode}` }
  if (counts.passed === 0) return { ...counts, failed: 1, note: 'no test ran' }
  return { ...counts, failed: 0, note }
}
