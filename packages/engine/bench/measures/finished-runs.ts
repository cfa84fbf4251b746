import pg from 'pg'

const perStatement = 50_000

/** Puts so many finished runs of seven steps, with their events, into the engine's tables, as if they had run. */
export async function fillFinishedRuns(databaseUrl: string, count: number): Promise<void> {
  const client = new pg.Client(databaseUrl)
  await client.connect()
  try {
    for (let from = 0; from < count; from += perStatement) {
      await client.query(fill, [from, Math.min(from + perStatement, count) - 1])
    }
    await client.query('vacuum analyze engine.event, engine.run, engine.step, engine.start_key')
  } finally {
    await client.end()
  }
}

const fill = `
with numbers as (
  select n, '01' || lpad(to_hex(n), 24, '0') as id, 1700000000000 + n as at
  from generate_series($1::bigint, $2::bigint) as n
), fn as (
  select id from engine.function where slug = 'bench-plain'
), events as (
  insert into engine.event (id, name, external_id, ts_ms, received_ms, payload)
  select id, 'bench/plain', 'old-' || n, at, at,
    format('{"data":{"number":%s},"id":"old-%s","name":"bench/plain","ts":%s,"user":{}}', n, n, at)
  from numbers
), keys as (
  insert into engine.start_key (function_id, key, run_id, expires_ms)
  select fn.id, 'event old-' || n, numbers.id, 4000000000000 from numbers, fn
), runs as (
  insert into engine.run (id, function_id, event_id, event_ids, status, output, started_ms, ended_ms)
  select numbers.id, fn.id, numbers.id, array[numbers.id], 'Completed', '"done"', at, at + 20 from numbers, fn
)
insert into engine.step (run_id, id, position, op, name, memo, attempt, started_ms, ended_ms)
select id, md5('step' || place) || substr(md5(place::text), 1, 8), place, 'StepRun', 'step-' || place,
  format('{"data":{"number":%s,"of":%s}}', place, n), 0, at, at + place
from numbers, generate_series(1, 7) as place`
