import { pino } from 'pino'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { seededId } from '../src/ids/seeded-ids.ts'
import { ulidBefore } from '../src/rest/ulid-time.ts'
import { startEngine } from '../src/start-engine.ts'
import { createTestClock, type TestClock } from '../src/test-clock.ts'
import { createClient, eventKey, signingKey, startApp } from './test-app.ts'
import { createTestDatabase, type TestDatabase } from './test-database.ts'
import { createView } from './test-engine.ts'

const dayMs = 86_400_000
const functionId = '11111111-1111-5111-8111-111111111111'
const removals: Record<string, number>[] = []
const log = pino({ level: 'debug' }, { write: line => note(JSON.parse(line)) })
const note = (line: { msg: string; runs: number; events: number; keys: number }) => {
  if (line.msg.startsWith('Removed')) removals.push({ runs: line.runs, events: line.events, keys: line.keys })
}

let made = 0
/** An id as an engine of that time has made it. */
const idAt = (time: number) => {
  made += 1
  return ulidBefore(time) + String(made).padStart(16, '0')
}

let database: TestDatabase
let clock: TestClock
let close: (() => Promise<void>) | undefined

beforeEach(async () => {
  removals.length = 0
  database = await createTestDatabase()
  clock = createTestClock(Date.now())
})

afterEach(async () => {
  await close?.()
  close = undefined
  await database.drop()
})

async function start(retentionMs: number): Promise<string> {
  const keys = { eventKeys: [eventKey], signingKey }
  const engine = await startEngine({ databaseUrl: database.url, port: 0, ...keys, clock, log, retentionMs })
  close = engine.close
  return engine.url
}

const count = async (table: string, where = 'true') => {
  const [row] = await database.query(`select count(*)::int as n from engine.${table} where ${where}`)
  return row?.n
}

type Past = { age: number; status?: string; endedAge?: number; eventIds?: string[]; steps?: number }

/** A run as an engine of long ago has left it, with its event; answers their ids. */
async function storePast({ age, status = 'Completed', endedAge = age, eventIds, steps = 2 }: Past) {
  const then = clock.now() - age
  const id = idAt(then)
  const events = eventIds ?? [await storeEvent(then)]
  await database.query(`
    insert into engine.run (id, function_id, event_id, event_ids, status, output, started_ms, ended_ms)
    values ('${id}', '${functionId}', '${events[0]}', '{${events}}', '${status}', '1', ${then},
      ${status === 'Running' ? 'null' : clock.now() - endedAge});
    insert into engine.step (run_id, id, position, op, name, memo, attempt, ended_ms)
    select '${id}', 's' || n, n, 'StepRun', 'step', '1', 0, ${then} from generate_series(1, ${steps}) as n;
    insert into engine.failed_attempt (run_id, step_id, attempt, name, error, at_ms)
    values ('${id}', 's1', 0, 'step', '{}', ${then})`)
  return { id, events }
}

async function storeEvent(receivedMs: number, id = idAt(receivedMs)): Promise<string> {
  await database.query(`
    insert into engine.event (id, name, ts_ms, received_ms, payload)
    values ('${id}', 'test/past', ${receivedMs}, ${receivedMs}, '{"data":{},"name":"test/past","ts":1}')`)
  return id
}

/** An engine has been here once, so that the tables are there. */
async function prepare(): Promise<void> {
  await start(0)
  await close?.()
  close = undefined
}

const removed = () =>
  vi.waitFor(
    () => {
      clock.moveBy(250)
      const sum = removals.reduce((total, each) => total + (each.runs ?? 0), 0)
      if (sum === 0) throw new Error('nothing removed yet')
      return removals
    },
    { timeout: 20_000, interval: 5 },
  )

test('old ended runs go with their steps, failed attempts and events; what goes on or is young stays', async () => {
  await prepare()
  const old = await storePast({ age: 40 * dayMs })
  const running = await storePast({ age: 40 * dayMs, status: 'Running' })
  const endedLately = await storePast({ age: 40 * dayMs, endedAge: dayMs })
  const young = await storePast({ age: dayMs })
  const alone = await storeEvent(clock.now() - 40 * dayMs)
  await start(30 * dayMs)
  await removed()
  const runs = (await database.query('select id from engine.run order by id')).map(row => row.id)
  expect(runs).toEqual([running.id, endedLately.id, young.id].sort())
  expect(await count('step', `run_id = '${old.id}'`)).toBe(0)
  expect(await count('failed_attempt', `run_id = '${old.id}'`)).toBe(0)
  expect(await count('step', `run_id = '${running.id}'`)).toBe(2)
  const events = (await database.query('select id from engine.event order by id')).map(row => row.id)
  expect(events).toEqual([...running.events, ...endedLately.events, ...young.events].sort())
  expect(events).not.toContain(alone)
})

test('events stay while a batch that is going on, or a group that has yet to start, needs them', async () => {
  await prepare()
  const then = clock.now() - 40 * dayMs
  const [first, second, third, held] = [then, then + 1, then + 2, then + 3].map(time => storeEvent(time))
  const batch = [await first, await second].map(String)
  await storePast({ age: 40 * dayMs - 5, status: 'Running', eventIds: batch })
  await storePast({ age: 40 * dayMs })
  await database.query(`
    insert into engine.held (id, function_id, kind, key, event_ids, bytes, first_ms, latest_ts_ms, due_ms)
    values ('h', '${functionId}', 'debounce', '', '{${await held}}', 1, ${then}, ${then}, ${clock.now() + 90 * dayMs})`)
  await start(30 * dayMs)
  await removed()
  await vi.waitFor(async () => {
    clock.moveBy(250)
    expect(await count('event', `id = '${await third}'`)).toBe(0)
  })
  const events = (await database.query('select id from engine.event order by id')).map(row => row.id)
  expect(events).toEqual([...batch, await held].sort())
})

test('the time at which an event was received decides, whatever time its id carries', async () => {
  await prepare()
  await storePast({ age: 40 * dayMs })
  const seedOf = (time: number) => seededId(`${time},AAAAAAAAAAAA`, 0)
  const youngWithOldId = await storeEvent(clock.now() - dayMs, seedOf(clock.now() - 300 * dayMs))
  const oldFromTheFuture = await storeEvent(clock.now() - 40 * dayMs, seedOf(clock.now() + 3_000 * dayMs))
  await start(30 * dayMs)
  await removed()
  expect(await count('event', `id = '${youngWithOldId}'`)).toBe(1)
  expect(await count('event', `id = '${oldFromTheFuture}'`)).toBe(0)
})

test('many go in slices of bounded size while new runs complete, and a restart in the middle goes on', async () => {
  await prepare()
  const then = clock.now() - 40 * dayMs
  const prefix = ulidBefore(then)
  await database.query(`
    insert into engine.run (id, function_id, event_id, event_ids, status, output, started_ms, ended_ms)
    select '${prefix}' || lpad(n::text, 16, '0'), '${functionId}', 'e' || n, array['e' || n], 'Completed', '1', ${then}, ${then}
    from generate_series(1, 1800) as n;
    insert into engine.step (run_id, id, position, op, name, memo, attempt, ended_ms)
    select '${prefix}' || lpad(n::text, 16, '0'), 's' || s, s, 'StepRun', 'step', '1', 0, ${then}
    from generate_series(1, 1800) as n, generate_series(1, 3) as s`)
  const url = await start(30 * dayMs)
  // The first slice is written at once; the clock stands still, so the second waits.
  await vi.waitFor(async () => expect(await count('run')).toBe(1_300))
  expect(await count('step')).toBe(3 * 1_300)

  const client = createClient(url)
  const app = await startApp(client, [
    client.createFunction({ id: 'plain', triggers: [{ event: 'test/plain' }] }, async ({ step }) =>
      step.run('one', () => 1),
    ),
  ])
  await app.register()
  const [eventId] = (await client.send({ name: 'test/plain', data: {}, ts: clock.now() })).ids
  expect(await createView(url).ended(eventId)).toMatchObject({ status: 'Completed' })
  await app.close()
  expect(await count('run')).toBe(1_301)

  await close?.()
  // As a kill between two statements leaves a run: its steps are gone, it is not.
  await database.query(`delete from engine.step where run_id = '${prefix}${'501'.padStart(16, '0')}'`)
  await start(30 * dayMs)
  await vi.waitFor(async () => {
    clock.moveBy(250)
    expect(await count('run')).toBe(1)
  })
  expect(await count('step')).toBe(1)
})

test('without a retention time all runs stay, and expired start keys go all the same', async () => {
  await prepare()
  await storePast({ age: 400 * dayMs })
  await database.query(`
    insert into engine.start_key (function_id, key, run_id, expires_ms) values
    ('${functionId}', 'spent', 'r', ${clock.now() - 1}), ('${functionId}', 'fresh', 'r', ${clock.now() + dayMs})`)
  await start(0)
  await vi.waitFor(async () => expect(await count('start_key')).toBe(1))
  clock.moveBy(3_600_000)
  await vi.waitFor(() => expect(removals).toEqual([{ runs: 0, events: 0, keys: 1 }]))
  expect(await count('start_key', `key = 'fresh'`)).toBe(1)
  expect(await count('run')).toBe(1)
  expect(await count('event')).toBe(1)
})
