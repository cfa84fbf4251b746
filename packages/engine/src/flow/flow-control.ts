import type pg from 'pg'
import type { EventGroup, EventOutcome } from '../events/store-events.ts'
import type { Registry } from '../functions/registry.ts'
import { type Decided, decideStarts } from './decide-starts.ts'
import { planHeldRun } from './plan-held-run.ts'
import { readDueHeld } from './read-due-held.ts'
import { readFlowState } from './read-flow-state.ts'
import { readGates } from './read-gates.ts'
import { createTurns } from './take-turns.ts'

export type FlowControl = {
  /** Decides how the runs of these groups start and has that written, before anything else of the kind is decided. */
  decide<Result>(groups: EventGroup[], now: number, write: (decided: Decided) => Promise<Result>): Promise<Result>
  /** Starts the runs of held groups that are due, up to a number of them; answers with how many there were. */
  release(now: number, limit: number): Promise<number>
}

type FlowParts = {
  pool: pg.Pool
  registry: Registry
  /** Writes the runs of held groups. */
  store(decided: Decided, now: number): Promise<EventOutcome[]>
  goOn(outcome: EventOutcome): void
  /** A group is held until then. */
  expectHeld(dueMs: number): void
}

const nothing = { keyed: [], rates: [], held: [], singles: [], released: [] }

/**
 * Decides about the start of runs by what is stored: reading, deciding and writing are one turn, and one turn follows
 * the other. So nothing is kept in memory that could differ from Postgres after a failed write or a kill.
 */
export function createFlowControl(parts: FlowParts): FlowControl {
  const { pool, registry } = parts
  const takeTurn = createTurns()

  return {
    decide(groups, now, write) {
      const gates = readGates(groups, registry)
      if (gates.size === 0) return write({ groups, writes: nothing })
      return takeTurn(async () => {
        const decided = decideStarts(groups, gates, await readFlowState(pool, gates, now), now)
        const result = await write(decided)
        for (const group of decided.writes.held) parts.expectHeld(group.dueMs)
        return result
      })
    },
    release: (now, limit) =>
      takeTurn(async () => {
        const due = await readDueHeld(pool, now, limit)
        if (due.length === 0) return 0
        const runs = due.flatMap(group => planHeldRun(group, registry, now) ?? [])
        const groups = [{ events: [], runs, woken: [] }]
        const gates = readGates(groups, registry)
        const { groups: decided, writes } = decideStarts(groups, gates, await readFlowState(pool, gates, now), now)
        const released = due.map(group => group.id)
        const outcomes = await parts.store({ groups: decided, writes: { ...writes, released } }, now)
        for (const outcome of outcomes) parts.goOn(outcome)
        return due.length
      }),
  }
}
