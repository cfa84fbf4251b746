import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import http from 'node:http'
import pg from 'pg'
import { cpuMs, postgresCpuMs } from './cpu-time.ts'
import { benchEnv } from './env.ts'

// Prints runs a second of seven-step functions and the time from event to first step, engine and app each a process.
const { databaseUrl, runs, senders, profileFolder } = benchEnv
const eventKey = 'bench'
const signingKey = `signkey-prod-${'5a'.repeat(32)}`
const port = 18_288
const engineUrl = `http://127.0.0.1:${port}`

type Told = { port?: number; first?: number; done?: number; finished?: number; at?: number }

async function freshDatabase(): Promise<void> {
  const url = new URL(databaseUrl)
  const name = url.pathname.slice(1)
  url.pathname = '/postgres'
  const admin = new pg.Client(url.href)
  await admin.connect()
  await admin.query(`drop database if exists ${pg.escapeIdentifier(name)} with (force)`)
  await admin.query(`create database ${pg.escapeIdentifier(name)}`)
  await admin.end()
}

function startEngine(): ChildProcess {
  return fork(new URL('../src/main.ts', import.meta.url), {
    execArgv: profileFolder ? ['--cpu-prof', `--cpu-prof-dir=${profileFolder}`] : [],
    env: {
      ENGINE_DATABASE_URL: databaseUrl,
      ENGINE_PORT: String(port),
      INNGEST_EVENT_KEY: eventKey,
      INNGEST_SIGNING_KEY: signingKey,
      LOG_LEVEL: 'warn',
    },
  })
}

async function untilHealthy(): Promise<void> {
  const giveUpAt = performance.now() + 20_000
  for (;;) {
    try {
      if ((await fetch(`${engineUrl}/health`)).ok) return
    } catch (error) {
      if (performance.now() > giveUpAt) throw error
    }
    await new Promise(resolve => setTimeout(resolve, 20))
  }
}

const agent = new http.Agent({ keepAlive: true, maxSockets: senders })

function send(name: string, number: number, watched = false): Promise<void> {
  const body = JSON.stringify({ name, data: { number, watched }, id: `${name}-${number}` })
  return new Promise((resolve, reject) => {
    const request = http.request(`${engineUrl}/e/${eventKey}`, { method: 'POST', agent }, response => {
      response.resume()
      response.on('end', resolve)
      if (response.statusCode !== 200) reject(new Error(`The engine answered ${response.statusCode}`))
    })
    request.on('error', reject)
    request.end(body)
  })
}

function listen(app: ChildProcess, each: (told: Told) => boolean): Promise<void> {
  return new Promise(resolve => {
    const hear = (told: Told) => {
      if (!each(told)) return
      app.off('message', hear)
      resolve()
    }
    app.on('message', hear)
  })
}

/** Runs a second, and what a run costs each process in CPU time. */
async function throughput(app: ChildProcess, name: string): Promise<string> {
  // What the app still has to tell of earlier runs is not counted here.
  await new Promise(resolve => setTimeout(resolve, 100))
  let finished = 0
  const all = listen(app, told => {
    finished += told.finished ?? 0
    return finished >= runs
  })
  const measure = () => Promise.all([cpuMs(engine.pid), cpuMs(app.pid), postgresCpuMs(databaseUrl)])
  const before = await measure()
  const start = performance.now()
  let next = 0
  const sender = async () => {
    while (next < runs) await send(name, next++)
  }
  await Promise.all(Array.from({ length: senders }, sender))
  await all
  const seconds = (performance.now() - start) / 1_000
  const [ofEngine, ofApp, ofPostgres] = (await measure()).map((ms, part) =>
    ((ms - (before[part] ?? 0)) / runs).toFixed(2),
  )
  const cpu = `CPU per run: engine ${ofEngine} ms, Postgres ${ofPostgres} ms, app ${ofApp} ms`
  return `${(runs / seconds).toFixed(0)} runs/s (${cpu})`
}

let idleNumber = 1_000_000

async function idleLatency(app: ChildProcess, samples: number): Promise<number[]> {
  const latencies: number[] = []
  for (let sample = 0; sample < samples; sample += 1) {
    idleNumber += 1
    const number = idleNumber
    let firstAt = 0
    const finished = listen(app, told => {
      if (told.first === number) firstAt = told.at ?? 0
      return told.done === number
    })
    const sentAt = performance.timeOrigin + performance.now()
    await send('bench/plain', number, true)
    await finished
    latencies.push(firstAt - sentAt)
  }
  return latencies.sort((one, other) => one - other)
}

await freshDatabase()
const engine = startEngine()
await untilHealthy()
const app = fork(new URL('./bench-app.ts', import.meta.url), [engineUrl, eventKey, signingKey])
const [told] = (await once(app, 'message')) as [Told]
const registered = await fetch(`http://127.0.0.1:${told.port}/api/inngest`, { method: 'PUT' })
if (!registered.ok) throw new Error(await registered.text())

await idleLatency(app, 50)
const latencies = await idleLatency(app, 200)
console.log(`idle, event to first step: p50 ${latencies[100]?.toFixed(1)} ms, p95 ${latencies[190]?.toFixed(1)} ms`)
console.log(`plain checkpoints: ${await throughput(app, 'bench/plain')}`)
console.log(`buffered checkpoints: ${await throughput(app, 'bench/buffered')}`)
app.disconnect()
engine.kill('SIGTERM')
await once(engine, 'exit')
