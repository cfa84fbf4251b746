import type { PlannedRun } from '../events/plan-runs.ts'
import type { EventGroup } from '../events/store-events.ts'
import type { Progress } from '../progress/progress.ts'
import type { RunStatus } from '../runs/run-state.ts'

/** What listeners are told: which runs have changed, and into what. */
export type RunHint = { id: string; status: RunStatus }

export type Hints = {
  runs: RunHint[]
  /** More runs have changed than are listed. */
  more: boolean
  events: number
}

/** What the engine has just done, from what it has in memory; costs next to nothing while nobody listens. */
export type Activity = {
  wrote(batch: Progress[]): void
  started(runs: PlannedRun[]): void
  tookIn(groups: EventGroup[]): void
  /** What has changed since it was asked last. */
  drain(): Hints | undefined
  /** While nobody listens, nothing is collected. */
  collect(on: boolean): void
  /** Runs that failed, and events that came, in the last so many minutes, as far as this engine has run. */
  failedWithin(minutes: number): number
  eventsWithin(minutes: number): number
}

const mostHints = 500

export function createActivity(now: () => number): Activity {
  const failed = createMinuteCounts(now)
  const events = createMinuteCounts(now)
  let collecting = false
  let changed = new Map<string, RunStatus>()
  let more = false
  let came = 0

  const note = (id: string, status: RunStatus) => {
    if (!changed.has(id) && changed.size >= mostHints) more = true
    else if (status !== 'Running' || !changed.has(id)) changed.set(id, status)
  }

  return {
    wrote(batch) {
      for (const { ended, steps, moved, added } of batch) {
        if (ended?.status === 'Failed') failed.add(1)
        if (!collecting) continue
        const id = ended?.runId ?? steps[0]?.runId ?? moved[0]?.runId ?? added[0]?.runId
        if (id !== undefined) note(id, ended?.status ?? 'Running')
      }
    },
    started(runs) {
      if (collecting) for (const { run } of runs) note(run.id, 'Running')
    },
    tookIn(groups) {
      const count = groups.reduce((sum, group) => sum + group.events.length, 0)
      events.add(count)
      if (collecting) came += count
    },
    drain() {
      if (changed.size === 0 && came === 0) return undefined
      const hints = { runs: Array.from(changed, ([id, status]) => ({ id, status })), more, events: came }
      changed = new Map()
      more = false
      came = 0
      return hints
    },
    collect(on) {
      collecting = on
      if (on) return
      changed = new Map()
      more = false
      came = 0
    },
    failedWithin: failed.within,
    eventsWithin: events.within,
  }
}

const keptMinutes = 60

/** How much happened in each of the last minutes. */
function createMinuteCounts(now: () => number) {
  const counts = new Map<number, number>()
  const minute = () => Math.floor(now() / 60_000)
  return {
    add(count: number) {
      const current = minute()
      counts.set(current, (counts.get(current) ?? 0) + count)
      if (counts.size <= keptMinutes) return
      for (const old of counts.keys()) if (old <= current - keptMinutes) counts.delete(old)
    },
    within(minutes: number) {
      const from = minute() - minutes
      let sum = 0
      for (const [when, count] of counts) if (when > from) sum += count
      return sum
    },
  }
}
