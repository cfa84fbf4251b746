import { endProcess } from './processes/end-process.ts'
import { isSameAlive } from './processes/process-identity.ts'
import type { RunState } from './run-state.ts'

const order = ['web', 'api', 'sandbox', 'engine']

/**
 * Ends the servers that a killed start left running, in the usual order, and answers their names. Postgres and Redis
 * stay: the next start takes them over.
 */
export const endLeftovers = async (state: RunState): Promise<string[]> => {
  const ended: string[] = []
  for (const name of order) {
    const identity = state.processes[name]
    if (identity === undefined || !isSameAlive(identity)) continue
    await endProcess(identity)
    ended.push(name)
  }
  return ended
}
