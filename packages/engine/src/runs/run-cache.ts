import type { RunState } from './run-state.ts'

/** The runs that are being worked on. One run has one state: whoever holds it sees what the others do. */
export type RunCache = {
  /** Takes a run that was just stored. */
  adopt(run: RunState): void
  /** The run, kept until release; undefined where there is none. */
  hold(id: string): Promise<RunState | undefined>
  /** The run if it is in memory, held. */
  holdCached(id: string): RunState | undefined
  release(run: RunState): void
}

/** Keeps runs in use, and the idle ones used last up to a limit; the others are read again when they go on. */
export function createRunCache(load: (id: string) => Promise<RunState | undefined>, maxIdle: number): RunCache {
  const held = new Map<string, RunState>()
  const idle = new Map<string, RunState>()
  const loading = new Map<string, Promise<RunState | undefined>>()

  const keepIdle = (run: RunState) => {
    idle.set(run.id, run)
    const oldest = idle.size > maxIdle ? idle.keys().next().value : undefined
    if (oldest !== undefined) idle.delete(oldest)
  }

  const holdCached = (id: string): RunState | undefined => {
    const run = held.get(id) ?? idle.get(id)
    if (!run) return undefined
    idle.delete(id)
    held.set(id, run)
    run.uses += 1
    return run
  }

  return {
    adopt: keepIdle,
    holdCached,
    async hold(id) {
      const cached = holdCached(id)
      if (cached) return cached
      const pending = loading.get(id) ?? load(id).finally(() => loading.delete(id))
      loading.set(id, pending)
      const run = await pending
      if (!run) return undefined
      const known = holdCached(id)
      if (known) return known
      run.uses = 1
      held.set(id, run)
      return run
    },
    release(run) {
      run.uses -= 1
      if (run.uses > 0) return
      held.delete(run.id)
      if (run.status === 'Running') keepIdle(run)
    },
  }
}
