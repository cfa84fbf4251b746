import { chmodSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PlainError } from '../lib/plain-error.ts'
import { endProcess } from '../lib/processes/end-process.ts'
import { identify, type ProcessIdentity } from '../lib/processes/process-identity.ts'
import { findRunning, type RunState, readRunState, writeRunState } from '../lib/run-state.ts'

const prefix = 'makegood-test-'

export interface ThrowAway {
  dir: string
  /** Writes down what was started, so that a later run can end it if this one is killed. */
  onIdentity: (name: string, identity: ProcessIdentity | undefined) => void
  remove: () => void
}

/** A folder of one test run's own, under the system's temporary one. */
export const makeThrowAway = (): ThrowAway => {
  const owner = identify(process.pid)
  if (owner === undefined) throw new PlainError('The system does not tell when this process began.')
  const dir = mkdtempSync(join(tmpdir(), prefix))
  // Postgres runs as a user of its own; where it cannot enter, its data would be put elsewhere and stay there.
  chmodSync(dir, 0o755)
  const state: RunState = { owner, startedAt: new Date().toISOString(), processes: {}, addresses: {}, ports: {} }
  writeRunState(dir, state)
  return {
    dir,
    onIdentity: (name, identity) => {
      if (identity === undefined) delete state.processes[name]
      else state.processes[name] = identity
      writeRunState(dir, state)
    },
    remove: () => rmSync(dir, { recursive: true, force: true }),
  }
}

/** Ends and deletes what test runs left behind that were killed before they could. */
export const sweepThrowAways = async (): Promise<void> => {
  for (const name of readdirSync(tmpdir())) {
    if (!name.startsWith(prefix)) continue
    const dir = join(tmpdir(), name)
    const state = readRunState(dir)
    if (state === undefined || findRunning(state) !== undefined) continue
    for (const identity of Object.values(state.processes)) await endProcess(identity, { boundMs: 3000 })
    rmSync(dir, { recursive: true, force: true })
  }
}
