import { parseArgs } from 'node:util'
import { type BenchClient, startBenchClient } from './bench-client.ts'
import { benchEnv } from './env.ts'
import { describeTimes } from './figures.ts'
import { fillFinishedRuns } from './measures/finished-runs.ts'
import { measureAnswers, measureFirstStep, measureWakeUps } from './measures/latency.ts'
import { measureMemory } from './measures/memory.ts'
import { startSleepers } from './measures/sleepers.ts'
import { describeThroughput, measureThroughput } from './measures/throughput.ts'
import { residentMb } from './process-use.ts'
import type { BenchServer } from './servers/bench-server.ts'
import { findInngest, startInngest } from './servers/start-inngest.ts'
import { startOwnEngine } from './servers/start-own-engine.ts'

// Measures the engine, each part on an empty database and in processes of its own, and a real server beside it.
const parts = ['speed', 'real', 'memory', 'sleepers', 'growth']
const { values: options } = parseArgs({
  options: {
    only: { type: 'string', default: parts.join(',') },
    runs: { type: 'string', default: '6000' },
    senders: { type: 'string', default: '32' },
    sleepers: { type: 'string', default: '100000' },
    finished: { type: 'string', default: '500000' },
    'memory-runs': { type: 'string', default: '50000' },
    profile: { type: 'string' },
  },
})
const wanted = new Set(options.only.split(','))
for (const part of wanted) if (!parts.includes(part)) throw new Error(`--only takes ${parts.join(', ')}, not ${part}`)
const load = { runs: Number(options.runs), senders: Number(options.senders) }
const { databaseUrl: serverUrl, redisUrl, path } = benchEnv

async function on(starting: Promise<BenchServer>, measure: (client: BenchClient) => Promise<void>): Promise<void> {
  const server = await starting
  try {
    console.log(`\n${server.name}`)
    const client = await startBenchClient(server)
    try {
      await measure(client)
    } finally {
      await client.close()
    }
  } finally {
    await server.close()
  }
}

const engine = () => startOwnEngine(serverUrl, options.profile)
const say = (what: string, figure: string) => console.log(`  ${what.padEnd(44)} ${figure}`)

async function sayThroughput(client: BenchClient, what: string, kind: 'plain' | 'buffered', runs = load.runs) {
  const measured = await measureThroughput(client, kind, { ...load, runs })
  say(what, describeThroughput(measured))
}

if (wanted.has('speed')) {
  await on(engine(), async client => {
    await measureFirstStep(client, 50)
    say('idle, event to first step', describeTimes(await measureFirstStep(client, 300)))
    say('event to the step that waited for it', describeTimes(await measureAnswers(client, 200)))
    say('sleep, after its time', describeTimes(await measureWakeUps(client, 'bench/sleep', 200)))
    say('wait without event, after its time', describeTimes(await measureWakeUps(client, 'bench/expire', 200)))
    await sayThroughput(client, 'checkpointing', 'plain')
    await sayThroughput(client, 'checkpointing, buffered', 'buffered')
  })
}

const program = wanted.has('real') ? findInngest(path) : undefined
if (program !== undefined) {
  for (const kind of ['dev', 'start'] as const) {
    await on(startInngest({ kind, program, serverUrl, redisUrl }), async client => {
      await measureFirstStep(client, 5)
      say('idle, event to first step', describeTimes(await measureFirstStep(client, 20)))
      await sayThroughput(client, 'checkpointing', 'plain', 500)
      await sayThroughput(client, 'checkpointing, buffered', 'buffered', 500)
    })
  }
}

if (wanted.has('memory')) {
  await on(engine(), async client => {
    await measureThroughput(client, 'buffered', { ...load, runs: 1_000 })
    const sizes = await measureMemory(client, Number(options['memory-runs']), load.senders)
    say(`memory over ${options['memory-runs']} runs`, `${sizes.map(size => size.toFixed(0)).join(', ')} MB`)
  })
}

if (wanted.has('sleepers')) {
  await on(engine(), async client => {
    const count = Number(options.sleepers)
    await measureThroughput(client, 'buffered', { ...load, runs: 1_000 })
    await sayThroughput(client, 'without sleeping runs', 'plain')
    say(
      `memory with ${count} sleeping runs`,
      `${(await startSleepers(client, 'bench/long-sleep', count)).toFixed(0)} MB`,
    )
    await sayThroughput(client, 'with them', 'plain')
    say(
      `memory with ${count} waiting runs as well`,
      `${(await startSleepers(client, 'bench/long-wait', count)).toFixed(0)} MB`,
    )
    await sayThroughput(client, 'with both', 'plain')
    say('event to the step that waited for it', describeTimes(await measureAnswers(client, 200)))
  })
}

if (wanted.has('growth')) {
  await on(engine(), async client => {
    const { databaseUrl } = client.server
    if (databaseUrl === undefined) throw new Error('The engine has no database')
    await measureThroughput(client, 'plain', { ...load, runs: 1_000 })
    await sayThroughput(client, 'with 1,000 finished runs', 'plain')
    await fillFinishedRuns(databaseUrl, Number(options.finished))
    await sayThroughput(client, `with ${options.finished} more`, 'plain')
    say('event to first step', describeTimes(await measureFirstStep(client, 200)))
    say('memory', `${(await residentMb(client.server.pid)).toFixed(0)} MB`)
  })
}
