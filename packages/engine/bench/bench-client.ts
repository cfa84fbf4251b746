import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import http from 'node:http'
import type { BenchServer } from './servers/bench-server.ts'

type Told = { port?: number; number?: number; at?: number; finished?: number; begun?: number }

export type BenchEvent = { name: string; data: Record<string, unknown>; id?: string }

/** The app under a server, and the way to send events to the server. */
export type BenchClient = {
  server: BenchServer
  appPid: number | undefined
  send(events: BenchEvent | BenchEvent[]): Promise<void>
  /** Resolves once so many runs have finished (or begun) since the call. */
  count(what: 'finished' | 'begun', goal: number): Promise<void>
  /** The time at which the run of this number tells that it has got so far, in milliseconds since 1970. */
  tells(number: number): Promise<number>
  close(): Promise<void>
}

/** Starts the app, registers it with the server, and listens to it. */
export async function startBenchClient(server: BenchServer): Promise<BenchClient> {
  const keys = server.signingKey === '' ? [] : [server.eventKey, server.signingKey]
  const app: ChildProcess = fork(new URL('./bench-app.ts', import.meta.url), [server.url, ...keys])
  const [hello] = (await once(app, 'message')) as [Told]
  const registered = await fetch(`http://127.0.0.1:${hello.port}/api/inngest`, { method: 'PUT' })
  if (!registered.ok) throw new Error(`${server.name} refused the app: ${await registered.text()}`)
  const agent = new http.Agent({ keepAlive: true, maxSockets: 64 })
  return {
    server,
    appPid: app.pid,
    send: events => post(`${server.url}/e/${server.eventKey || 'bench'}`, JSON.stringify(events), agent),
    count: (what, goal) => {
      let seen = 0
      return hear(app, told => {
        seen += told[what] ?? 0
        return seen >= goal ? seen : undefined
      }).then(() => undefined)
    },
    tells: number => hear(app, told => (told.number === number ? told.at : undefined)),
    async close() {
      agent.destroy()
      app.disconnect()
      await once(app, 'exit')
    },
  }
}

function hear(app: ChildProcess, pick: (told: Told) => number | undefined): Promise<number> {
  return new Promise(resolve => {
    const listener = (told: Told) => {
      const picked = pick(told)
      if (picked === undefined) return
      app.off('message', listener)
      resolve(picked)
    }
    app.setMaxListeners(0)
    app.on('message', listener)
  })
}

function post(url: string, body: string, agent: http.Agent): Promise<void> {
  return new Promise((resolve, reject) => {
    const request = http.request(url, { method: 'POST', agent, timeout: 60_000 }, response => {
      response.resume()
      response.on('end', resolve)
      if (response.statusCode !== 200) reject(new Error(`The server answered ${response.statusCode}`))
    })
    request.on('error', reject)
    request.end(body)
  })
}
