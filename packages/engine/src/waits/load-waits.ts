import type pg from 'pg'
import type { Registry } from '../functions/registry.ts'
import { type QueueRow, toItem } from '../queue/claim-due.ts'
import { subscribeCancel } from './subscribe.ts'
import type { WaitIndex } from './wait-index.ts'

const pageSize = 5_000

const openWaits = {
  name: 'open-waits',
  text: `
select q.*, e.payload from engine.queue q
join engine.run r on r.id = q.run_id join engine.event e on e.id = r.event_ids[1]
where (q.run_id, q.step_id) > ($1, $2) and q.kind = 'wait' and q.memo is null
order by q.run_id, q.step_id limit ${pageSize}`,
}

const cancellableRuns = {
  name: 'cancellable-runs',
  text: `
select r.id, r.function_id, r.started_ms, e.payload
from (select distinct run_id from engine.queue where function_id = any($1) and run_id > $2 order by run_id limit ${pageSize}) q
join engine.run r on r.id = q.run_id join engine.event e on e.id = r.event_ids[1]
order by r.id`,
}

type WaitRow = QueueRow & { event_name: string; condition: string | null; payload: string }
type RunRow = { id: string; function_id: string; started_ms: string; payload: string }

/** Fills the index with what the runs in Postgres wait for, page by page. */
export async function loadWaits(pool: pg.Pool, registry: Registry, waits: WaitIndex): Promise<void> {
  for await (const row of pages<WaitRow>(last =>
    pool.query({ ...openWaits, values: last ? [last.run_id, last.step_id] : ['', ''] }),
  )) {
    const condition = row.condition ?? undefined
    const item = { ...toItem(row), waitsFor: { event: row.event_name, condition } }
    waits.add({ item, id: item.stepId, event: row.event_name, condition, startedBy: row.payload, untilMs: undefined })
  }
  const cancellable = registry.all().filter(fn => fn.cancelOn.length > 0)
  const ids = cancellable.map(fn => fn.id)
  if (ids.length === 0) return
  for await (const row of pages<RunRow>(last => pool.query({ ...cancellableRuns, values: [ids, last?.id ?? ''] }))) {
    const fn = registry.byId(row.function_id)
    const run = { id: row.id, functionId: row.function_id, priority: 0 }
    if (fn) subscribeCancel(waits, fn, { ...run, startedBy: row.payload, startedMs: Number(row.started_ms) })
  }
}

async function* pages<Row>(read: (last: Row | undefined) => Promise<{ rows: Row[] }>): AsyncGenerator<Row> {
  let last: Row | undefined
  do {
    const { rows } = await read(last)
    yield* rows
    last = rows.at(-1)
  } while (last)
}
