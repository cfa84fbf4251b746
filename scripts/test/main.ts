import { join } from 'node:path'
import { readVariables } from '../env.ts'
import { bringUpStores, type Stores } from '../lib/bring-up-stores.ts'
import { ensureKeys } from '../lib/keys.ts'
import { onInterrupt } from '../lib/on-interrupt.ts'
import { errorText, PlainError } from '../lib/plain-error.ts'
import { findFreePorts } from '../lib/ports.ts'
import { generateClient } from '../lib/prepare-data.ts'
import { runPart } from '../lib/run-part.ts'
import { sayStage } from '../lib/stages.ts'
import { stopInOrder } from '../lib/stop-in-order.ts'
import { type Outcome, sayFailures, sayOutcome, sumUp } from './outcome.ts'
import { runLint, runSchema, runTypes } from './run-checks.ts'
import { runE2e } from './run-e2e.ts'
import { runVitest } from './run-vitest.ts'
import type { TestRun } from './test-run.ts'
import { makeThrowAway, sweepThrowAways } from './throw-away.ts'

const kinds: Record<string, (run: TestRun) => Promise<Outcome>> = {
  lint: runLint,
  types: runTypes,
  schema: runSchema,
  unit: run => runVitest('unit', run),
  db: run => runVitest('db', run),
  int: run => runVitest('int', run),
  e2e: runE2e,
}

const say = (line: string) => console.log(`  ${line}`)

const chooseKinds = (): string[] => {
  const wanted = process.argv.slice(2)
  const unknown = wanted.filter(kind => !Object.hasOwn(kinds, kind))
  if (unknown.length > 0) {
    throw new PlainError(
      `There is no kind of test named ${unknown.join(', ')}. There are: ${Object.keys(kinds).join(', ')}.`,
    )
  }
  return Object.keys(kinds).filter(kind => wanted.length === 0 || wanted.includes(kind))
}

/** One kind can never keep the others from running, whatever happens in it; only a Ctrl-C ends them all. */
const runKind = async (kind: string, run: TestRun): Promise<Outcome> => {
  const began = performance.now()
  console.log(`\n== ${kind}`)
  try {
    const outcome = await kinds[kind]?.(run)
    if (outcome === undefined) throw new PlainError(`There is no kind of test named ${kind}.`)
    return outcome
  } catch (error) {
    if (run.signal.aborted) throw error
    console.log(errorText(error))
    return { kind, passed: 0, failed: 1, skipped: 0, tookMs: performance.now() - began, note: 'it could not run' }
  }
}

const runAll = async (chosen: string[], signal: AbortSignal): Promise<Outcome[]> => {
  const variables = readVariables()
  const throwAway = makeThrowAway()
  const logDir = join(throwAway.dir, 'logs')
  const started: Stores[] = []
  let bringing: Promise<Stores> | undefined
  const bringUp = async (): Promise<Stores> => {
    const stores = await bringUpStores({
      variables,
      ports: await findFreePorts(),
      dataDir: throwAway.dir,
      logDir,
      postgresPassword: ensureKeys(throwAway.dir).keys.POSTGRES_PASSWORD,
      durable: false,
      postgresSettings: { max_connections: '400' },
      stage: sayStage,
      say,
      onIdentity: throwAway.onIdentity,
      signal,
    })
    started.push(stores)
    return stores
  }
  const stores = () => {
    bringing ??= bringUp()
    return bringing
  }
  const outcomes: Outcome[] = []
  try {
    if (chosen.some(kind => kind !== 'e2e')) await generateClient({ variables, logDir, stage: sayStage, signal })
    for (const kind of chosen) outcomes.push(await runKind(kind, { throwAway, variables, stores, signal }))
    return outcomes
  } finally {
    for (const { stoppers } of started) await stopInOrder(stoppers, say)
    throwAway.remove()
  }
}

await runPart(async () => {
  const interrupted = new AbortController()
  onInterrupt(
    () => {
      console.log('\n  Stopping …')
      interrupted.abort()
    },
    () => process.exit(130),
  )
  const chosen = chooseKinds()
  await sweepThrowAways()
  try {
    const outcomes = await runAll(chosen, interrupted.signal)
    const { passed, failed } = sumUp(outcomes)
    for (const line of ['', ...sayFailures(outcomes)]) console.log(line)
    console.log(`\n${outcomes.map(sayOutcome).join('\n')}\n`)
    console.log(`${passed} passed, ${failed} failed`)
    return failed === 0 && passed > 0 ? 0 : 1
  } catch (error) {
    if (interrupted.signal.aborted) return 130
    throw error
  }
})
