import type { ThrownError } from '../dispatch/reply.ts'
import type { RunState } from './run-state.ts'

/** What a run may keep: all of it is in memory while the run goes on, and is sent with every call. */
export const runLimits = { steps: 10_000, characters: 32 * 1_024 * 1_024 }

/** Says that the run has grown too large to be called again. */
export function findOverflow(run: Pick<RunState, 'steps' | 'pending'>): ThrownError | undefined {
  const count = run.steps.size + run.pending.size
  if (count > runLimits.steps) {
    return { name: 'RunTooLarge', message: `The run has ${count} steps: at most ${runLimits.steps} are kept` }
  }
  let characters = 0
  for (const memo of run.steps.values()) characters += memo.length
  if (characters <= runLimits.characters) return undefined
  const [kept, most] = [characters, runLimits.characters].map(length => (length / 1_024 / 1_024).toFixed(1))
  return { name: 'RunTooLarge', message: `The run’s steps have given ${kept} MiB: at most ${most} MiB are kept` }
}
