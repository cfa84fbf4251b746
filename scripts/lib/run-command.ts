import { spawn } from 'node:child_process'
import { closeSync, mkdirSync, openSync, readFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { PlainError } from './plain-error.ts'
import { signalProcess } from './processes/end-process.ts'

export interface Command {
  /** What it does, for the sentence that says that it failed. */
  title: string
  file: string
  args: string[]
  cwd: string
  env: Record<string, string>
  /** Where its output goes; without one it goes where ours goes. */
  logFile?: string
  timeoutMs: number
  /** Ends the command, with all that it started, when aborted. */
  signal?: AbortSignal | undefined
}

const tailLines = 40

/**
 * Runs a command to its end, which comes within `timeoutMs`, and answers its exit code. It leads its own process group,
 * so a Ctrl-C reaches it through `signal` only, in our order.
 */
export const runCommand = ({ title, file, args, cwd, env, logFile, timeoutMs, signal }: Command): Promise<number> =>
  new Promise((resolve, reject) => {
    if (signal?.aborted) {
      reject(new PlainError(`${title}: stopped.`))
      return
    }
    if (logFile !== undefined) mkdirSync(dirname(logFile), { recursive: true })
    const log = logFile === undefined ? 'inherit' : openSync(logFile, 'w')
    const child = spawn(file, args, { cwd, env, stdio: ['ignore', log, log], detached: process.platform !== 'win32' })
    if (typeof log === 'number') closeSync(log)
    const end = (how: NodeJS.Signals) => child.pid !== undefined && signalProcess(child.pid, how, true)
    let ending: PlainError | undefined
    let force: NodeJS.Timeout | undefined
    const stop = (reason: string) => {
      ending ??= new PlainError(`${title}: ${reason}.`)
      end('SIGTERM')
      force ??= setTimeout(() => end('SIGKILL'), 5000)
    }
    const bound = setTimeout(() => stop(`did not end within ${Math.round(timeoutMs / 1000)} s`), timeoutMs)
    const onAbort = () => stop('stopped')
    signal?.addEventListener('abort', onAbort, { once: true })
    const settle = (act: () => void) => {
      clearTimeout(bound)
      clearTimeout(force)
      signal?.removeEventListener('abort', onAbort)
      act()
    }
    child.once('error', error =>
      settle(() => reject(new PlainError(`${title}: ${file} did not start: ${error.message}`))),
    )
    child.once('exit', (code, killedBy) => {
      // What a command leaves behind in its group ends with it.
      end('SIGKILL')
      settle(() => {
        if (ending !== undefined) reject(ending)
        else if (killedBy !== null) reject(new PlainError(`${title}: ended by ${killedBy}.`))
        else resolve(code ?? 1)
      })
    })
  })

/** Runs a command that has to succeed; a failure shows the end of its output. */
export const runOrFail = async (command: Command & { logFile: string }): Promise<void> => {
  const tail = () => readFileSync(command.logFile, 'utf8').trimEnd().split('\n').slice(-tailLines).join('\n')
  const code = await runCommand(command).catch((error: Error) => {
    throw new PlainError(`${error.message}\n${tail()}\nAll of it: ${command.logFile}`)
  })
  if (code !== 0) throw new PlainError(`${command.title} failed.\n${tail()}\nAll of it: ${command.logFile}`)
}
