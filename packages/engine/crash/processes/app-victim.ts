import { fork } from 'node:child_process'
import { once } from 'node:events'
import { closeSync, openSync } from 'node:fs'
import { keys } from './engine-victim.ts'
import { keepAlive, type Victim } from './victim.ts'

const main = new URL('../app/main.ts', import.meta.url)

type AppParts = { engineUrl: string; port: number; journalFile: string; logFile: string }

/** The app as its own process. */
export function startAppVictim({ engineUrl, port, journalFile, logFile }: AppParts): Promise<Victim> {
  return keepAlive({
    name: 'app',
    async start() {
      const log = openSync(logFile, 'a')
      const args = [engineUrl, keys.event, keys.signing, String(port), journalFile]
      const child = fork(main, args, { stdio: ['ignore', log, log, 'ipc'] })
      closeSync(log)
      await Promise.race([once(child, 'message'), once(child, 'exit')])
      return child
    },
  })
}
