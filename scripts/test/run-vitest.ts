import { existsSync, globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { rootDir } from '../lib/paths.ts'
import { withOwnTools } from '../lib/process-env.ts'
import { runCommand } from '../lib/run-command.ts'
import { countVitest } from './count-vitest.ts'
import { findTestChromium } from './find-chromium.ts'
import type { Outcome } from './outcome.ts'
import type { TestRun } from './test-run.ts'

export type VitestKind = 'unit' | 'db' | 'int'

const minutesMax = { unit: 4, db: 10, int: 20 } as const
const vitestCli = join(rootDir, 'node_modules', 'vitest', 'vitest.mjs')

const suffixes = { unit: /(?<!\.(db|int))\.test\.tsx?$/, db: /\.db\.test\.ts$/, int: /\.int\.test\.ts$/ }

/** Whether there is any test file of this kind; a kind without one has nothing to pass or fail. */
const hasTests = (kind: VitestKind): boolean =>
  globSync('{apps,packages,scripts}/**/*.test.{ts,tsx}', {
    cwd: rootDir,
    exclude: path => /(^|[\\/])(node_modules|\.next)$/.test(path),
  }).some(file => suffixes[kind].test(file))

/** Runs one kind of vitest's tests with its own output, and counts from its report. */
export const runVitest = async (kind: VitestKind, run: TestRun): Promise<Outcome> => {
  const began = performance.now()
  const took = () => performance.now() - began
  if (!hasTests(kind)) return { kind, passed: 0, failed: 0, skipped: 0, tookMs: took(), note: 'no test files yet' }
  const stores = kind === 'unit' ? undefined : await run.stores()
  const env: Record<string, string> =
    stores === undefined ? {} : { TEST_DATABASE_URL: stores.databaseUrl, TEST_REDIS_URL: stores.redisUrl }
  // The engine's page is tried in a browser.
  if (kind === 'int') {
    env.CHROMIUM_PATH = await findTestChromium(run.variables, join(run.throwAway.dir, 'logs'), run.signal)
  }
  const report = join(run.throwAway.dir, `${kind}.json`)
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
  try {
    const code = await runCommand({
      title: `vitest ${kind}`,
      file: process.execPath,
      args: [vitestCli, 'run', '--project', kind, ...reporters],
      cwd: rootDir,
      env: { ...withOwnTools(run.variables), ...env },
      timeoutMs: minutesMax[kind] * 60_000,
      signal: run.signal,
    })
    if (!existsSync(report)) {
      return { kind, passed: 0, failed: 1, skipped: 0, tookMs: took(), note: `vitest ended with ${code}, no report` }
    }
    return { kind, ...countVitest(JSON.parse(readFileSync(report, 'utf8')), code), tookMs: took() }
  } catch (error) {
    if (run.signal.aborted) throw error
    const note = error instanceof Error ? error.message : String(error)
    return { kind, passed: 0, failed: 1, skipped: 0, tookMs: took(), note }
  }
}
