import { fork } from 'node:child_process'
import { closeSync, openSync } from 'node:fs'
import { setTimeout as pause } from 'node:timers/promises'
import { keepAlive, type Victim } from './victim.ts'

const patienceMs = 60_000

export const keys = { event: 'crash-event-key', signing: `signkey-prod-${'0c'.repeat(32)}` }

/** The engine as its own process, by the program of the command. */
export function startEngineVictim(main: string, port: number, databaseUrl: string, logFile: string): Promise<Victim> {
  const health = `http://127.0.0.1:${port}/health`
  return keepAlive({
    name: 'engine',
    async start() {
      const log = openSync(logFile, 'a')
      const child = fork(main, {
        stdio: ['ignore', log, log, 'ipc'],
        env: {
          INNGEST_POSTGRES_URI: databaseUrl,
          INNGEST_PORT: String(port),
          INNGEST_EVENT_KEY: keys.event,
          INNGEST_SIGNING_KEY: keys.signing,
          INNGEST_RETRY_INTERVAL: '0.02',
          LOG_LEVEL: 'error',
        },
      })
      closeSync(log)
      const giveUpAt = performance.now() + patienceMs
      while (child.exitCode === null && !(await answers(health))) {
        if (performance.now() > giveUpAt) throw new Error(`The engine does not answer. Its log: ${logFile}`)
        await pause(20)
      }
      return child
    },
  })
}

async function answers(url: string): Promise<boolean> {
  try {
    return (await fetch(url, { signal: AbortSignal.timeout(3_000) })).ok
  } catch (error) {
    // Nothing listens yet, or it has just been killed.
    if (error instanceof Error) return false
    throw error
  }
}
