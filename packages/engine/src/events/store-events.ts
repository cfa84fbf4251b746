import type pg from 'pg'
import { DeadEpoch } from '../database/dead-epoch.ts'
import type { FlowWrites } from '../flow/decide-starts.ts'
import type { HeldGroup } from '../flow/flow-state.ts'
import type { QueueEntry, QueueItem } from '../runs/run-state.ts'
import type { EngineEvent } from './engine-event.ts'
import type { PlannedRun } from './plan-runs.ts'

/** Events that arrived together, with the runs they start and the steps and runs that they wake. */
export type EventGroup = { events: EngineEvent[]; runs: PlannedRun[]; woken: WokenItem[] }

/**
 * An item that an event makes due: a wait, with the event as its outcome, an invocation that starts nothing, or the
 * cancellation of a run, which may also come without an event.
 */
export type WokenItem = { item: QueueEntry; eventId: string | undefined }

/** What came of a group. */
export type EventOutcome = { started: PlannedRun[]; woken: QueueEntry[] }

export type StoreContext = {
  epoch: number
  now: number
  /** An earlier try of the same groups may have been committed. */
  again: boolean
  /** What was decided about the start of the runs. */
  flow?: FlowWrites
}

const keyLifeMs = 24 * 60 * 60 * 1_000

const storeEvents = {
  name: 'store-events',
  text: `
with alive as (
  select from engine.instance where epoch = $6
), event as (
  insert into engine.event (id, name, external_id, ts_ms, received_ms, payload)
  select x.id, x.name, x.external_id, x.ts_ms, x.received_ms, x.payload
  from json_to_recordset($1) as x(id text, name text, external_id text, ts_ms bigint, received_ms bigint, payload text)
  where exists (select from alive)
  on conflict (id) do nothing
  returning id
), won as (
  insert into engine.start_key as k (function_id, key, run_id, expires_ms)
  select x.function_id, x.key, x.run_id, $5
  from json_to_recordset($2) as x(function_id uuid, key text, run_id text, event_id text)
  where x.event_id in (select id from event)
  on conflict (function_id, key) do update set run_id = excluded.run_id, expires_ms = excluded.expires_ms
    where k.expires_ms <= $4
  returning run_id
), released as (
  delete from engine.held where id = any($10) and exists (select from alive)
  returning id
), singled as (
  insert into engine.single as s (function_id, key, mode, run_id)
  select x.function_id, x.key, x.mode, x.run_id
  from json_to_recordset($11) as x(function_id uuid, key text, mode text, run_id text)
  where exists (select from alive)
  on conflict (function_id, key) do update set mode = excluded.mode, run_id = excluded.run_id
    where excluded.mode = 'cancel'
      or not exists (select from engine.run r where r.id = s.run_id and r.status = 'Running')
  returning run_id
), started as (
  insert into engine.run (id, function_id, event_id, event_ids, status, started_ms, parent_run_id, parent_step_id)
  select x.id, x.function_id, x.event_id, coalesce(x.event_ids, array[x.event_id]), 'Running', x.started_ms,
    x.parent_run_id, x.parent_step_id
  from json_to_recordset($3) as x(
    id text, function_id uuid, event_id text, event_ids text[], held_id text, single boolean, started_ms bigint,
    keys int, parent_run_id text, parent_step_id text)
  where (x.event_id in (select id from event) or x.held_id in (select id from released))
    and x.keys = (select count(*) from won where won.run_id = x.id)
    and (x.single is not true or x.id in (select run_id from singled))
  returning id
), rated as (
  insert into engine.rate (function_id, kind, key, spent_ms)
  select x.function_id, x.kind, x.key, x.spent_ms
  from json_to_recordset($12) as x(function_id uuid, kind text, key text, spent_ms double precision)
  where exists (select from alive)
  on conflict (function_id, kind, key) do update set spent_ms = excluded.spent_ms
), held as (
  insert into engine.held (id, function_id, kind, key, event_ids, bytes, first_ms, latest_ts_ms, due_ms)
  select x.id, x.function_id, x.kind, x.key, x.event_ids, x.bytes, x.first_ms, x.latest_ts_ms, x.due_ms
  from json_to_recordset($13) as x(
    id text, function_id uuid, kind text, key text, event_ids text[], bytes int, first_ms bigint, latest_ts_ms bigint,
    due_ms bigint)
  where exists (select from alive)
  on conflict (id) do update set event_ids = excluded.event_ids, bytes = excluded.bytes,
    latest_ts_ms = excluded.latest_ts_ms, due_ms = excluded.due_ms
), queued as (
  insert into engine.queue (run_id, step_id, function_id, kind, due_ms, priority, owner)
  select x.run_id, x.step_id, x.function_id, x.kind, x.due_ms, x.priority, x.owner
  from json_to_recordset($7) as x(
    run_id text, step_id text, function_id uuid, kind text, due_ms bigint, priority int, owner bigint)
  where x.run_id in (select id from started)
), resolved as (
  update engine.queue q set memo = x.memo, due_ms = $4, owner = x.owner
  from json_to_recordset($8) as x(run_id text, step_id text, event_id text, memo text, owner bigint), lateral (
    select ctid from engine.queue w
    where w.run_id = x.run_id and w.step_id = x.step_id and w.memo is null and w.owner is null offset 0) as found
  where q.ctid = found.ctid and x.event_id in (select id from event)
  returning q.run_id, q.step_id
), cancelling as (
  insert into engine.queue (run_id, step_id, function_id, kind, due_ms, owner)
  select x.run_id, x.step_id, x.function_id, 'cancel', $4, x.owner
  from json_to_recordset($9) as x(run_id text, step_id text, function_id uuid, event_id text, owner bigint), lateral (
    select from engine.run r where r.id = x.run_id and r.status = 'Running' offset 0) as running
  where x.event_id in (select id from event) or (x.event_id is null and exists (select from alive))
  on conflict (run_id, step_id) do nothing
  returning run_id, step_id
)
select id as run_id, null as step_id from started
union all select run_id, step_id from resolved
union all select run_id, step_id from cancelling
union all select 'dead', null where not exists (select from alive)`,
}

/**
 * Stores events, and with them in one statement the runs they start with their first queue rows, the outcome of the
 * steps that waited for them and the cancellations they bring: an acknowledged event has had its effect. A run whose key
 * has started the function in the last 24 hours is left out; so is all of an event id that is stored already; a step
 * gets the first event that comes. Answers, for each group, what came of it.
 */
export async function storeEventGroups(
  client: Pick<pg.Pool, 'query'>,
  groups: EventGroup[],
  context: StoreContext,
): Promise<EventOutcome[]> {
  const { keyed = [], held = [], rates = [], singles = [], released = [] } = context.flow ?? {}
  const counted = dropRepeatedKeys([...keyed, ...groups.flatMap(group => group.runs)])
  const notNow = new Set(keyed)
  const runs = counted.filter(planned => !notNow.has(planned))
  const woken = dropRepeatedItems(groups.flatMap(group => group.woken))
  const { rows } = await client.query<OutcomeRow>({
    ...storeEvents,
    values: [
      JSON.stringify(groups.flatMap(group => group.events).map(eventRow)),
      JSON.stringify(counted.flatMap(keyRows)),
      JSON.stringify(runs.map(runRow)),
      context.now,
      context.now + keyLifeMs,
      context.epoch,
      JSON.stringify(runs.flatMap(planned => queueRows(planned, context))),
      JSON.stringify(woken.filter(({ item }) => item.kind !== 'cancel').map(entry => wokenRow(entry, context))),
      JSON.stringify(woken.filter(({ item }) => item.kind === 'cancel').map(entry => wokenRow(entry, context))),
      released,
      JSON.stringify(singles.map(single => ({ ...single, function_id: single.functionId, run_id: single.runId }))),
      JSON.stringify(rates.map(rate => ({ ...rate, function_id: rate.functionId, spent_ms: rate.spentMs }))),
      JSON.stringify(held.map(heldRow)),
    ],
  })
  const applied = new Set(rows.map(nameRow))
  if (applied.has('dead')) throw new DeadEpoch()
  if (context.again) for (const row of await readApplied(client, runs, woken)) applied.add(nameRow(row))
  return groups.map(group => ({
    started: group.runs.filter(({ run }) => applied.has(run.id)),
    woken: group.woken
      .filter(entry => woken.includes(entry) && applied.has(nameItem(entry.item)))
      .map(({ item }) => item),
  }))
}

type OutcomeRow = { run_id: string; step_id: string | null }

const nameRow = (row: OutcomeRow) => (row.step_id === null ? row.run_id : `${row.run_id} ${row.step_id}`)
const nameItem = (item: { runId: string; stepId: string }) => `${item.runId} ${item.stepId}`

function dropRepeatedItems(woken: WokenItem[]): WokenItem[] {
  const first = new Map<string, WokenItem>()
  for (const entry of woken) {
    const name = nameItem(entry.item)
    if (!first.has(name)) first.set(name, entry)
  }
  return [...first.values()]
}

function dropRepeatedKeys(runs: PlannedRun[]): PlannedRun[] {
  const seen = new Set<string>()
  return runs.filter(({ run, keys }) => {
    const own = keys.map(key => `${run.functionId} ${key}`)
    if (own.some(key => seen.has(key))) return false
    for (const key of own) seen.add(key)
    return true
  })
}

/** What an earlier try of the same groups has committed. */
async function readApplied(
  client: Pick<pg.Pool, 'query'>,
  runs: PlannedRun[],
  woken: WokenItem[],
): Promise<OutcomeRow[]> {
  const { rows } = await client.query<OutcomeRow>(
    `select id as run_id, null as step_id from engine.run where id = any($1)
     union all
     select q.run_id, q.step_id
     from json_to_recordset($2) as x(run_id text, step_id text, memo text)
     join engine.queue q using (run_id, step_id)
     where q.kind = 'cancel' or q.memo = x.memo`,
    [runs.map(planned => planned.run.id), JSON.stringify(woken.map(({ item }) => itemRow(item)))],
  )
  return rows
}

function eventRow(event: EngineEvent) {
  return {
    id: event.id,
    name: event.name,
    external_id: event.externalId,
    ts_ms: event.tsMs,
    received_ms: event.receivedMs,
    payload: event.payload,
  }
}

function heldRow(group: HeldGroup) {
  return {
    id: group.id,
    function_id: group.functionId,
    kind: group.kind,
    key: group.key,
    event_ids: group.eventIds,
    bytes: group.bytes,
    first_ms: group.firstMs,
    latest_ts_ms: group.latestTsMs,
    due_ms: group.dueMs,
  }
}

function keyRows({ run, keys }: PlannedRun) {
  return keys.map(key => ({ function_id: run.functionId, key, run_id: run.id, event_id: run.eventId }))
}

function runRow({ run, keys, eventIds, heldId, single }: PlannedRun) {
  return {
    id: run.id,
    function_id: run.functionId,
    event_id: run.eventId,
    event_ids: eventIds,
    held_id: heldId,
    single,
    parent_run_id: run.parent?.runId,
    parent_step_id: run.parent?.stepId,
    started_ms: run.startedMs,
    keys: keys.length,
  }
}

function queueRows({ item, timeouts, taken }: PlannedRun, { epoch }: StoreContext) {
  return [{ ...itemRow(item), owner: taken ? epoch : null }, ...timeouts.map(itemRow)]
}

function wokenRow({ item, eventId }: WokenItem, { epoch }: StoreContext) {
  return { ...itemRow(item), event_id: eventId, owner: item.taken ? epoch : null }
}

function itemRow(item: QueueItem) {
  return {
    run_id: item.runId,
    step_id: item.stepId,
    function_id: item.functionId,
    kind: item.kind,
    due_ms: item.dueMs,
    priority: item.priority,
    memo: item.memo,
  }
}
