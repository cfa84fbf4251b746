import { spawn } from 'node:child_process'
import { setTimeout as wait } from 'node:timers/promises'
import { errorText, PlainError } from '../plain-error.ts'
import { endProcess, signalProcess } from './end-process.ts'
import { createErrorFilter } from './error-lines.ts'
import { openLogFile } from './log-file.ts'
import { identify, type ProcessIdentity } from './process-identity.ts'
import { budgetSentence, createRestartBudget } from './restart-budget.ts'
import { waitForHealth } from './wait-for-health.ts'

export interface ProcessPlan {
  name: string
  file: string
  args: string[]
  cwd: string
  env: Record<string, string>
  healthUrl: string
  healthBoundMs: number
}

export interface Watcher {
  logDir: string
  say: (line: string) => void
  onIdentity: (name: string, identity: ProcessIdentity | undefined) => void
  /** The process died too often and stays down. */
  onGivenUp: (reason: PlainError) => void
  signal: AbortSignal
}

export interface KeptProcess {
  name: string
  stop: () => Promise<void>
  kill: () => void
}

const stopBoundMs = 10_000
const lateOutputMs = 1000

/**
 * Starts a process and waits for its health. From then on it is started again when it dies, at most five times in a
 * minute. It leads its own process group, so that a Ctrl-C in the terminal reaches it only through `stop`.
 */
export const keepRunning = async (plan: ProcessPlan, watcher: Watcher): Promise<KeptProcess> => {
  const logPath = `${watcher.logDir}/${plan.name}.log`
  const log = openLogFile(logPath)
  const showErrors = createErrorFilter(text => watcher.say(`${plan.name}: ${text}`))
  const takeRestart = createRestartBudget()
  const stopping = new AbortController()
  let identity: ProcessIdentity | undefined

  const launch = (): Promise<string> =>
    new Promise(resolve => {
      const { file, args, cwd, env } = plan
      const child = spawn(file, args, {
        cwd,
        env,
        stdio: ['ignore', 'pipe', 'pipe'],
        detached: process.platform !== 'win32',
      })
      identity = child.pid === undefined ? undefined : identify(child.pid)
      watcher.onIdentity(plan.name, identity)
      for (const source of ['stdout', 'stderr'] as const)
        child[source].on('data', (chunk: Buffer) => {
          log.write(chunk)
          showErrors(chunk, source)
        })
      child.once('error', error => resolve(`does not start: ${error.message}`))
      child.once('exit', (code, killedBy) => {
        // A server's own children (next dev) must not hold its port when it is gone.
        if (child.pid !== undefined) signalProcess(child.pid, 'SIGKILL', true)
        const how = killedBy === null ? `ended with exit code ${code}` : `was ended by ${killedBy}`
        const lateOutput = setTimeout(() => resolve(how), lateOutputMs)
        child.once('close', () => {
          clearTimeout(lateOutput)
          resolve(how)
        })
      })
    })

  const guard = async (first: Promise<string>): Promise<void> => {
    for (let current = first; ; current = launch()) {
      const how = await current
      if (stopping.signal.aborted) return
      const waitMs = takeRestart(performance.now())
      if (waitMs === undefined) {
        const reason = `${plan.name} ${how}, and was started again ${budgetSentence} already. It stays down. ${logPath}`
        watcher.onGivenUp(new PlainError(reason))
        return
      }
      watcher.say(`${plan.name} ${how}; it is started again in ${waitMs / 1000} s. What it said: ${logPath}`)
      await wait(waitMs, undefined, { signal: stopping.signal })
    }
  }

  const ended = launch()
  const early = new AbortController()
  const died = ended.then(how => early.abort(new PlainError(how)))
  const signal = AbortSignal.any([early.signal, watcher.signal])
  const kill = () => {
    stopping.abort()
    if (identity !== undefined) signalProcess(identity.pid, 'SIGKILL', true)
  }
  try {
    await waitForHealth(plan.healthUrl, plan.healthBoundMs, signal)
  } catch (error) {
    kill()
    await died
    log.close()
    const reason: unknown = early.signal.aborted ? early.signal.reason : error
    throw new PlainError(`${plan.name} did not start: ${errorText(reason)}. What it said: ${logPath}`)
  }
  const guarding = guard(ended).catch((error: Error) => {
    if (error.name !== 'AbortError') throw error
  })
  return {
    name: plan.name,
    kill,
    stop: async () => {
      stopping.abort()
      const byItself = identity === undefined || (await endProcess(identity, { boundMs: stopBoundMs }))
      await guarding
      log.close()
      watcher.onIdentity(plan.name, undefined)
      if (!byItself) throw new PlainError(`${plan.name} did not stop within ${stopBoundMs / 1000} s and was killed.`)
    },
  }
}
