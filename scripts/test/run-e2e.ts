import { existsSync, globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { withoutNamedServers } from '../env.ts'
import { bringUpStack, type Stack } from '../lib/bring-up-stack.ts'
import { webDir } from '../lib/build-web.ts'
import { ensureKeys } from '../lib/keys.ts'
import { errorText, PlainError } from '../lib/plain-error.ts'
import { findFreePorts } from '../lib/ports.ts'
import { withOwnTools } from '../lib/process-env.ts'
import { runCommand } from '../lib/run-command.ts'
import { sayStage } from '../lib/stages.ts'
import { stillAndRoomy } from '../lib/still-and-roomy.ts'
import { countPlaywright } from './count-playwright.ts'
import { findTestChromium } from './find-chromium.ts'
import type { Outcome } from './outcome.ts'
import type { TestRun } from './test-run.ts'

const msMax = 25 * 60_000
const playwrightCli = join(webDir, 'node_modules', '@playwright', 'test', 'cli.js')

const hasSpecs = () => globSync('e2e/**/*.spec.ts', { cwd: webDir }).length > 0

const bringUp = async ({ throwAway, variables, signal }: TestRun): Promise<Stack> => {
  const dir = join(throwAway.dir, 'stack')
  return await bringUpStack({
    variables: { ...withoutNamedServers(variables), ...stillAndRoomy },
    ports: await findFreePorts(),
    host: '127.0.0.1',
    keys: ensureKeys(dir).keys,
    dataDir: dir,
    logDir: join(dir, 'logs'),
    durable: false,
    web: true,
    watch: false,
    ownEngine: true,
    stage: sayStage,
    say: line => console.log(`  ${line}`),
    onIdentity: (name, identity) => throwAway.onIdentity(`e2e ${name}`, identity),
    onGivenUp: reason => console.log(`  ${reason.message}`),
    signal,
  })
}

const runPlaywright = async (
  stack: Stack,
  chromiumPath: string,
  run: TestRun,
): Promise<Omit<Outcome, 'kind' | 'tookMs'>> => {
  const report = join(run.throwAway.dir, 'e2e.json')
  const code = await runCommand({
    title: 'Playwright',
    file: process.execPath,
    // Its own bound comes first, since with it the tests that did run are still counted.
    args: [playwrightCli, 'test', '--reporter=list,json', `--global-timeout=${msMax}`],
    cwd: webDir,
    env: {
      ...withOwnTools(run.variables),
      CHROMIUM_PATH: chromiumPath,
      E2E_WEB_URL: stack.urls.web,
      E2E_API_URL: stack.urls.api,
      E2E_SANDBOX_URL: stack.urls.sandbox,
      E2E_ENGINE_URL: stack.urls.engine,
      E2E_DATABASE_URL: stack.urls.database,
      PLAYWRIGHT_JSON_OUTPUT_FILE: report,
    },
    timeoutMs: msMax + 60_000,
    signal: run.signal,
  })
  if (!existsSync(report)) throw new PlainError(`Playwright ended with ${code} and wrote no report.`)
  return countPlaywright(JSON.parse(readFileSync(report, 'utf8')), code)
}

/** Brings up a whole shop on free ports with data of its own, and runs the browser tests against it. */
export const runE2e = async (run: TestRun): Promise<Outcome> => {
  const began = performance.now()
  const none = { kind: 'e2e', passed: 0, failed: 0, skipped: 0 }
  if (!hasSpecs()) return { ...none, tookMs: 0, note: 'no test files yet' }
  let stack: Stack | undefined
  try {
    const chromiumPath = await findTestChromium(run.variables, join(run.throwAway.dir, 'logs'), run.signal)
    stack = await bringUp(run)
    return { kind: 'e2e', ...(await runPlaywright(stack, chromiumPath, run)), tookMs: performance.now() - began }
  } catch (error) {
    if (run.signal.aborted) throw error
    console.log(errorText(error))
    return {
      ...none,
      failed: 1,
      tookMs: performance.now() - began,
      note: 'the browser tests could not run to their end',
    }
  } finally {
    await stack?.stop()
  }
}
