import type pg from 'pg'
import type { QueueItem } from '../runs/run-state.ts'
import { type QueueRow, toItem } from './claim-due.ts'
import type { Leases } from './leases.ts'

export type ForgottenSweep = { close(): Promise<void> }

type SweepParts = {
  pool: pg.Pool
  epoch: number
  leases: Leases
  /** Whether a write is being repeated whose first try may have leased items that are not known here yet. */
  isRepeating(): boolean
  take(items: QueueItem[]): void
  onAdopted(count: number): void
  onTrouble(error: unknown): void
  everyMs?: number
  /** How long an item must have been unknown. */
  forgottenAfterMs?: number
}

const pageSize = 5_000

const ownedItems = {
  name: 'owned-items',
  text: `
with owned as materialized (select * from engine.queue where owner = $1)
select * from owned where (run_id, step_id) > ($2, $3) order by run_id, step_id limit ${pageSize}`,
}

/**
 * Takes up items that are leased to this engine and that it does not know of. That comes about when a statement leases
 * items and the connection is lost before its answer: without this they would wait for the next start. It keeps to real
 * time, since it watches the connection to Postgres and not what the items are for.
 */
export function startForgottenSweep(parts: SweepParts): ForgottenSweep {
  const { pool, epoch, leases, everyMs = 5_000, forgottenAfterMs = 10_000 } = parts
  let suspects = new Map<string, number>()
  let seen = new Map<string, number>()
  let after = { runId: '', stepId: '' }
  let sweeping: Promise<void> | undefined

  const sweep = async () => {
    const { rows } = await pool.query<QueueRow>({ ...ownedItems, values: [epoch, after.runId, after.stepId] })
    const now = performance.now()
    const forgotten: QueueItem[] = []
    for (const item of rows.map(toItem)) {
      if (leases.has(item)) continue
      const name = `${item.runId} ${item.stepId}`
      const since = suspects.get(name) ?? now
      if (now - since >= forgottenAfterMs && !parts.isRepeating()) forgotten.push(item)
      else seen.set(name, since)
    }
    const last = rows.length === pageSize ? rows.at(-1) : undefined
    after = { runId: last?.run_id ?? '', stepId: last?.step_id ?? '' }
    if (!last) [suspects, seen] = [seen, new Map()]
    if (forgotten.length === 0) return
    parts.onAdopted(forgotten.length)
    parts.take(forgotten)
  }

  const timer = setInterval(() => {
    sweeping ??= sweep()
      .catch(parts.onTrouble)
      .finally(() => {
        sweeping = undefined
      })
  }, everyMs)

  return {
    async close() {
      clearInterval(timer)
      await sweeping
    },
  }
}
