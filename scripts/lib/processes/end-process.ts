import { setTimeout as wait } from 'node:timers/promises'
import { isSameAlive, type ProcessIdentity } from './process-identity.ts'

const pollMs = 25

const isGone = (error: unknown) => error instanceof Error && 'code' in error && error.code === 'ESRCH'

/** Sends a signal to a process, or to its whole group when it leads one; a process already gone is fine. */
export const signalProcess = (pid: number, signal: NodeJS.Signals, group: boolean): void => {
  try {
    process.kill(group && process.platform !== 'win32' ? -pid : pid, signal)
  } catch (error) {
    if (!isGone(error)) throw error
  }
}

const waitUntilGone = async (known: ProcessIdentity, boundMs: number): Promise<boolean> => {
  const until = performance.now() + boundMs
  while (isSameAlive(known)) {
    if (performance.now() > until) return false
    await wait(pollMs)
  }
  return true
}

/**
 * Ends a process: asks it with `signal`, waits at most `boundMs`, then kills it and its group.
 * Answers whether it ended by itself.
 */
export const endProcess = async (
  known: ProcessIdentity,
  { signal = 'SIGTERM', boundMs = 8000 }: { signal?: NodeJS.Signals; boundMs?: number } = {},
): Promise<boolean> => {
  if (!isSameAlive(known)) return true
  signalProcess(known.pid, signal, false)
  if (await waitUntilGone(known, boundMs)) return true
  signalProcess(known.pid, 'SIGKILL', true)
  signalProcess(known.pid, 'SIGKILL', false)
  await waitUntilGone(known, 5000)
  return false
}
