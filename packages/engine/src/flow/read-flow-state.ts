import type pg from 'pg'
import type { PlannedRun } from '../events/plan-runs.ts'
import { type FlowState, type HeldGroup, type HeldKind, nameOf } from './flow-state.ts'
import type { Gate } from './read-gates.ts'

const readState = {
  name: 'read-flow-state',
  text: `
select
  array(select e.id from engine.event e where e.id = any($1)) as events,
  array(
    select json_build_array(x.function_id, x.key) from json_to_recordset($2) as x(function_id uuid, key text), lateral (
      select from engine.start_key k where k.function_id = x.function_id and k.key = x.key and k.expires_ms > $6
      offset 0) as found) as start_keys,
  array(
    select json_build_array(x.function_id, x.kind, x.key, found.spent_ms)
    from json_to_recordset($3) as x(function_id uuid, kind text, key text), lateral (
      select spent_ms from engine.rate r where r.function_id = x.function_id and r.kind = x.kind and r.key = x.key
      offset 0) as found) as rates,
  array(
    select to_json(found) from json_to_recordset($4) as x(function_id uuid, kind text, key text), lateral (
      select * from engine.held h
      where h.function_id = x.function_id and h.key = x.key and h.kind = x.kind and h.due_ms > $6
      offset 0) as found) as held,
  array(
    select json_build_array(x.function_id, x.key, found.run_id)
    from json_to_recordset($5) as x(function_id uuid, key text), lateral (
      select s.run_id from engine.single s join engine.run r on r.id = s.run_id and r.status = 'Running'
      where s.function_id = x.function_id and s.key = x.key offset 0) as found) as singles`,
}

type StateRow = {
  events: string[]
  start_keys: [string, string][]
  rates: [string, string, string, number][]
  held: HeldRow[]
  singles: [string, string, string][]
}

type HeldRow = {
  id: string
  function_id: string
  kind: HeldKind
  key: string
  event_ids: string[]
  bytes: number
  first_ms: number
  latest_ts_ms: number
  due_ms: number
}

/** What is stored about the keys of these runs, read in one statement. */
export async function readFlowState(pool: pg.Pool, gates: Map<PlannedRun, Gate>, now: number): Promise<FlowState> {
  const entries = [...gates].map(([planned, gate]) => ({ planned, gate, function_id: gate.fn.id }))
  const startKeys = entries.flatMap(({ planned, function_id }) => planned.keys.map(key => ({ function_id, key })))
  const rates = entries.flatMap(({ gate, function_id }) => [
    ...named(gate.limitKey, key => ({ function_id, kind: 'limit', key })),
    ...named(gate.throttleKey, key => ({ function_id, kind: 'throttle', key })),
  ])
  const held = entries.flatMap(({ gate, function_id }) => (gate.hold ? [{ function_id, ...gate.hold }] : []))
  const singles = entries.flatMap(({ gate, function_id }) => named(gate.singleKey, key => ({ function_id, key })))
  const events = entries.filter(({ planned }) => planned.heldId === undefined).map(({ planned }) => planned.run.eventId)
  const { rows } = await pool.query<StateRow>({
    ...readState,
    values: [events, ...[startKeys, rates, held, singles].map(distinct), now],
  })
  const [row] = rows
  return {
    events: new Set(row?.events),
    startKeys: new Set(row?.start_keys.map(parts => nameOf(...parts))),
    rates: new Map(row?.rates.map(([fn, kind, key, spentMs]) => [nameOf(fn, kind, key), spentMs])),
    held: new Map(row?.held.map(found => [nameOf(found.function_id, found.kind, found.key), toHeldGroup(found)])),
    singles: new Map(row?.singles.map(([fn, key, runId]) => [nameOf(fn, key), runId])),
  }
}

function named<Row>(key: string | undefined, toRow: (key: string) => Row): Row[] {
  return key === undefined ? [] : [toRow(key)]
}

function distinct(rows: object[]): string {
  return `[${[...new Set(rows.map(row => JSON.stringify(row)))].join(',')}]`
}

function toHeldGroup(row: HeldRow): HeldGroup {
  return {
    id: row.id,
    functionId: row.function_id,
    kind: row.kind,
    key: row.key,
    eventIds: row.event_ids,
    bytes: row.bytes,
    firstMs: row.first_ms,
    latestTsMs: row.latest_ts_ms,
    dueMs: row.due_ms,
  }
}
