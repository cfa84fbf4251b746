import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import { answerWaits } from './answer-waits.ts'
import { readJournal } from './app/journal.ts'
import { checkExecutions } from './check/check-executions.ts'
import { checkBatches, checkRuns, type Fault } from './check/check-runs.ts'
import { type Kill, killAtRandom } from './kill-at-random.ts'
import { sendSpread } from './load.ts'
import { makePlans } from './make-plans.ts'
import { startAppVictim } from './processes/app-victim.ts'
import { startEngineVictim } from './processes/engine-victim.ts'
import { freePort } from './processes/free-port.ts'
import type { PostgresVictim } from './processes/postgres-victim.ts'
import type { Victim } from './processes/victim.ts'
import { createRandom } from './random.ts'
import { sendNoise } from './send-noise.ts'
import { openStore, type Store } from './store.ts'

export type RoundName = 'engine' | 'app' | 'postgres' | 'mixed'
export const roundNames = ['engine', 'app', 'postgres', 'mixed'] as const

export type RoundOptions = {
  name: RoundName
  seed: number
  runs: number
  /** Over which time the events are sent, and something is killed again and again. */
  loadMs: number
  postgres: PostgresVictim
  folder: string
  /** The program of the engine. */
  engineMain: string
}

export type RoundReport = {
  /** Each in words, with all there is about the run it belongs to. */
  faults: string[]
  runs: number
  /** Events that started nothing, sent without a break. */
  acknowledged: number
  kills: Kill[]
  executions: number
  repeats: number
  resent: number
  answered: number
  engineEndedByItself: number
  settledMs: number
}

const settleMs = 120_000
const mostDescribed = 12

/** One round: load while processes are killed, then quiet until everything has ended, then the reckoning. */
export async function runRound(options: RoundOptions): Promise<RoundReport> {
  const { name, seed, postgres } = options
  const folder = join(options.folder, name)
  await mkdir(folder, { recursive: true })
  const databaseUrl = await createDatabase(postgres.url, `crash_${name}_${seed}`)
  const port = await freePort()
  const engineUrl = `http://127.0.0.1:${port}`
  const journalFile = join(folder, 'journal.jsonl')
  const engine = await startEngineVictim(options.engineMain, port, databaseUrl, join(folder, 'engine.log'))
  const appPort = await freePort()
  const appParts = { engineUrl, port: appPort, journalFile, logFile: join(folder, 'app.log') }
  const app = await startAppVictim(appParts)
  const store = openStore(databaseUrl)
  const quiet = new AbortController()
  try {
    await register(appPort)
    const plans = makePlans(createRandom(seed), options.runs)
    const victims: Record<RoundName, Victim[]> = {
      engine: [engine],
      app: [app],
      postgres: [postgres],
      mixed: [engine, app, postgres],
    }
    const killing = new AbortController()
    const answering = answerWaits(engineUrl, store, plans.events, createRandom(seed + 2), quiet.signal)
    const noise = sendNoise(engineUrl, killing.signal)
    const killed = killAtRandom(victims[name], createRandom(seed + 1), killing.signal)
    const resent = await sendSpread(engineUrl, plans.events, options.loadMs).finally(() => killing.abort())
    const kills = await killed
    const acknowledged = await noise
    const begun = performance.now()
    const ended = await settle(store, () => plans.runs.length)
    const settledMs = performance.now() - begun
    quiet.abort()
    const answered = await answering
    const runs = await store.runs()
    const executions = checkExecutions(plans, readJournal(journalFile), kills)
    const faults = [...checkRuns(plans, runs, await store.steps()), ...checkBatches(plans, runs), ...executions.faults]
    const events = new Set(await store.eventIds())
    for (const id of acknowledged)
      if (!events.has(id)) faults.push({ text: `${id}: was acknowledged and is not stored` })
    if (!ended) for (const text of await store.leftovers()) faults.push({ text: `left over: ${text}` })
    return {
      faults: await describe(faults, store),
      runs: runs.length,
      acknowledged: acknowledged.length,
      kills,
      executions: executions.count,
      repeats: executions.repeats,
      resent,
      answered,
      engineEndedByItself: engine.endedByItself(),
      settledMs,
    }
  } finally {
    quiet.abort()
    await engine.close()
    await app.close()
    await store.close()
  }
}

async function createDatabase(serverUrl: string, name: string): Promise<string> {
  const client = new pg.Client(serverUrl)
  await client.connect()
  try {
    await client.query(`create database ${pg.escapeIdentifier(name)}`)
  } finally {
    await client.end()
  }
  const url = new URL(serverUrl)
  url.pathname = `/${name}`
  return url.href
}

async function register(appPort: number): Promise<void> {
  const response = await fetch(`http://127.0.0.1:${appPort}/api/inngest`, { method: 'PUT' })
  if (!response.ok) throw new Error(`The app could not register: ${await response.text()}`)
}

/** Whether nothing was left to happen within the time limit. */
async function settle(store: Store, leastRuns: () => number): Promise<boolean> {
  const giveUpAt = performance.now() + settleMs
  while (performance.now() < giveUpAt) {
    if ((await store.leftovers()).length === 0 && (await store.runs()).length >= leastRuns()) return true
    await pause(200)
  }
  return false
}

/** The faults in words; what there is about their runs follows the first of each. */
async function describe(faults: Fault[], store: Store): Promise<string[]> {
  const told = new Set<string>()
  const texts: string[] = []
  for (const { text, runId } of faults) {
    const isNew = runId !== undefined && !told.has(runId) && told.size < mostDescribed
    if (isNew) told.add(runId)
    texts.push(isNew ? `${text}\n${await store.describe(runId)}` : text)
  }
  return texts
}
