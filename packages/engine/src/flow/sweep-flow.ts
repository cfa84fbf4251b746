import type pg from 'pg'
import type { Clock } from '../clock.ts'

export type FlowSweep = { close(): Promise<void> }

type SweepParts = { pool: pg.Pool; epoch: number; clock: Clock; onTrouble(error: unknown): void }

const pauseMs = 60_000
const sliceRows = 5_000

const sweepRates = `
delete from engine.rate
where ctid = any(array(
    select ctid from engine.rate where spent_ms < $1 order by spent_ms limit ${sliceRows} for update skip locked))
  and exists (select from engine.instance where epoch = $2)`

// One slice of the table in order of its key; a key that another run has taken meanwhile stays.
const sweepSingles = `
with slice as (
  select function_id, key, run_id from engine.single
  where (function_id, key) > ($1::uuid, $2) order by function_id, key limit ${sliceRows}
), gone as (
  delete from engine.single s using slice
  where s.function_id = slice.function_id and s.key = slice.key and s.run_id = slice.run_id
    and not exists (select from engine.run r where r.id = s.run_id and r.status = 'Running')
    and exists (select from engine.instance where epoch = $3)
)
select function_id, key from slice order by function_id desc, key desc limit 1`

const firstPlace = { function_id: '00000000-0000-0000-0000-000000000000', key: '' }

/**
 * Removes rows that say nothing any more: allowances whose time has passed, and keys of singletons that have ended. One
 * sweep at a time, with a pause after it: a clock that leaps ahead brings one, not all that it has passed.
 */
export function startFlowSweep({ pool, epoch, clock, onTrouble }: SweepParts): FlowSweep {
  let place = firstPlace
  let closed = false
  let wake: () => void = () => undefined

  const pause = () =>
    new Promise<void>(resolve => {
      const cancel = clock.wakeAt(clock.now() + pauseMs, resolve)
      wake = () => {
        cancel()
        resolve()
      }
    })

  const sweep = async () => {
    try {
      await pool.query(sweepRates, [clock.now(), epoch])
      const { rows } = await pool.query<typeof firstPlace>(sweepSingles, [place.function_id, place.key, epoch])
      place = rows[0] ?? firstPlace
    } catch (error) {
      onTrouble(error)
    }
  }

  const work = async () => {
    for (await pause(); !closed; await pause()) await sweep()
  }
  const working = work()

  return {
    async close() {
      closed = true
      wake()
      await working
    },
  }
}
