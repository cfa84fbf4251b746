import { setTimeout as pause } from 'node:timers/promises'
import type { BenchClient } from '../bench-client.ts'
import { cpuMs, postgresCpuMs } from '../process-use.ts'

export type Throughput = {
  runsPerSecond: number
  /** Processor time a run, in milliseconds. */
  cpu: { server: number; postgres: number; app: number }
}

/** Runs a second of seven steps each, sent one event a request, and what a run costs each process. */
export async function measureThroughput(
  client: BenchClient,
  kind: 'plain' | 'buffered',
  { runs, senders }: { runs: number; senders: number },
): Promise<Throughput> {
  // What the app still has to tell of earlier runs is not counted here.
  await pause(100)
  const { server, appPid } = client
  const all = client.count('finished', runs)
  const measure = () => Promise.all([cpuMs(server.pid), postgresCpuMs(server.databaseUrl), cpuMs(appPid)])
  const before = await measure()
  const start = performance.now()
  let next = 0
  const sender = async () => {
    while (next < runs) {
      next += 1
      await client.send({ name: `bench/${kind}`, data: { number: next }, id: `${kind}-${start}-${next}` })
    }
  }
  await Promise.all(Array.from({ length: senders }, sender))
  await all
  const seconds = (performance.now() - start) / 1_000
  const after = await measure()
  const [ofServer = 0, ofPostgres = 0, ofApp = 0] = after.map((ms, part) => (ms - (before[part] ?? 0)) / runs)
  return { runsPerSecond: runs / seconds, cpu: { server: ofServer, postgres: ofPostgres, app: ofApp } }
}

export function describeThroughput({ runsPerSecond, cpu }: Throughput): string {
  const { server, postgres, app } = cpu
  const each = `server ${server.toFixed(2)}, Postgres ${postgres.toFixed(2)}, app ${app.toFixed(2)} ms`
  return `${runsPerSecond.toFixed(0)} runs/s (processor time a run: ${each})`
}
