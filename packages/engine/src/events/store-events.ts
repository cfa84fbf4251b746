import type pg from 'pg'
import { DeadEpoch } from '../database/dead-epoch.ts'
import type { EngineEvent } from './engine-event.ts'
import type { PlannedRun } from './plan-runs.ts'

/** Events that arrived together, with the runs they start. */
export type EventGroup = { events: EngineEvent[]; runs: PlannedRun[] }

export type StoreContext = {
  epoch: number
  now: number
  /** An earlier try of the same groups may have been committed. */
  again: boolean
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
), started as (
  insert into engine.run (id, function_id, event_id, event_ids, status, started_ms)
  select x.id, x.function_id, x.event_id, array[x.event_id], 'Running', x.started_ms
  from json_to_recordset($3) as x(id text, function_id uuid, event_id text, started_ms bigint, keys int)
  where x.event_id in (select id from event)
    and x.keys = (select count(*) from won where won.run_id = x.id)
  returning id
), queued as (
  insert into engine.queue (run_id, step_id, function_id, kind, due_ms, owner)
  select x.id, 'step', x.function_id, 'call', x.due_ms, x.owner
  from json_to_recordset($3) as x(id text, function_id uuid, due_ms bigint, owner bigint)
  where x.id in (select id from started)
)
select id from started union all select 'dead' where not exists (select from alive)`,
}

/**
 * Stores events, and the runs they start with their first queue rows, in one statement: an acknowledged event has its
 * runs. A run whose key has started the function in the last 24 hours is left out; so is all of an event id that is
 * stored already. Answers, for each group, the runs that were started.
 */
export async function storeEventGroups(
  client: Pick<pg.Pool, 'query'>,
  groups: EventGroup[],
  context: StoreContext,
): Promise<PlannedRun[][]> {
  const single = dropRepeatedKeys(groups.flatMap(group => group.runs))
  const events = groups.flatMap(group => group.events).map(eventRow)
  const { rows } = await client.query<{ id: string }>({
    ...storeEvents,
    values: [
      JSON.stringify(events),
      JSON.stringify(single.flatMap(keyRows)),
      JSON.stringify(single.map(planned => runRow(planned, context))),
      context.now,
      context.now + keyLifeMs,
      context.epoch,
    ],
  })
  const started = new Set(rows.map(row => row.id))
  if (started.has('dead')) throw new DeadEpoch()
  if (context.again) for (const id of await alreadyStarted(client, single)) started.add(id)
  return groups.map(group => group.runs.filter(planned => started.has(planned.run.id)))
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

async function alreadyStarted(client: Pick<pg.Pool, 'query'>, runs: PlannedRun[]): Promise<string[]> {
  const ids = runs.map(planned => planned.run.id)
  const { rows } = await client.query<{ id: string }>('select id from engine.run where id = any($1)', [ids])
  return rows.map(row => row.id)
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

function keyRows({ run, keys }: PlannedRun) {
  return keys.map(key => ({ function_id: run.functionId, key, run_id: run.id, event_id: run.eventId }))
}

function runRow({ run, item, keys, taken }: PlannedRun, context: StoreContext) {
  return {
    id: run.id,
    function_id: run.functionId,
    event_id: run.eventId,
    started_ms: run.startedMs,
    keys: keys.length,
    due_ms: item.dueMs,
    owner: taken ? context.epoch : null,
  }
}
