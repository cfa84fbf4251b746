import type { Pool } from 'pg'
import { type Fault, type FaultMode, type FaultTarget, faultTargets } from './fault-modes.ts'

export type FaultSwitches = {
  read(): Readonly<Record<FaultTarget, Fault>>
  set(target: FaultTarget, fault: Fault): Promise<void>
  clear(): Promise<void>
  /** The fault that this one request shall show, counted; null where all is well. */
  take(target: FaultTarget): Promise<Fault | null>
}

const well: Fault = { mode: 'ok', times: null, delayMs: 0 }

/** Switches live in memory, so that a healthy request pays nothing for them, and in the database, so that a restart keeps them. */
export const loadFaultSwitches = async (pool: Pool): Promise<FaultSwitches> => {
  const set = new Map<FaultTarget, Fault>()
  const rows = await pool.query<{ target: FaultTarget; mode: FaultMode; times_left: number | null; delay_ms: number }>(
    'select target, mode, times_left, delay_ms from fault_switch',
  )
  for (const row of rows.rows) set.set(row.target, { mode: row.mode, times: row.times_left, delayMs: row.delay_ms })

  const store = async (target: FaultTarget, fault: Fault): Promise<void> => {
    if (fault.mode === 'ok') {
      set.delete(target)
      await pool.query('delete from fault_switch where target = $1', [target])
      return
    }
    set.set(target, fault)
    await pool.query(
      `insert into fault_switch (target, mode, times_left, delay_ms) values ($1, $2, $3, $4)
       on conflict (target) do update set mode = excluded.mode, times_left = excluded.times_left, delay_ms = excluded.delay_ms`,
      [target, fault.mode, fault.times, fault.delayMs],
    )
  }

  return {
    read: () =>
      Object.fromEntries(faultTargets.map(target => [target, set.get(target) ?? well])) as Record<FaultTarget, Fault>,
    set: store,
    clear: async () => {
      set.clear()
      await pool.query('delete from fault_switch')
    },
    take: async target => {
      const fault = set.get(target)
      if (fault === undefined) return null
      if (fault.times !== null) await store(target, fault.times > 1 ? { ...fault, times: fault.times - 1 } : well)
      return fault
    },
  }
}
