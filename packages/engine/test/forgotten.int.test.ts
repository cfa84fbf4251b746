import pg from 'pg'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { startForgottenSweep } from '../src/queue/adopt-forgotten.ts'
import { createLeases } from '../src/queue/leases.ts'
import { callItem, type QueueItem } from '../src/runs/run-state.ts'
import { startTestEngine, type TestEngine } from './test-engine.ts'

let engine: TestEngine
let pool: pg.Pool
const functionId = '00000000-0000-4000-8000-000000000001'

// The engine only makes the schema here: the sweep is driven by hand, on an epoch of its own.
const epoch = 77
const item = (runId: string): QueueItem => callItem({ id: runId, functionId, priority: 0 }, 5)

beforeAll(async () => {
  engine = await startTestEngine()
  pool = new pg.Pool({ connectionString: engine.database.url, max: 1 })
  for (const [run, owner] of [
    ['known', epoch],
    ['forgotten', epoch],
    ['waiting', null],
    ['foreign', 76],
  ] as const) {
    await pool.query(
      `insert into engine.queue (run_id, step_id, function_id, kind, due_ms, owner) values ($1, 'step', $2, 'call', 5, $3)`,
      [run, functionId, owner],
    )
  }
})

afterAll(async () => {
  await pool.end()
  await engine.close()
})

function start(isRepeating: () => boolean, onTrouble: (error: unknown) => void = () => undefined) {
  const leases = createLeases()
  leases.hold(item('known'))
  const taken: QueueItem[] = []
  const take = (items: QueueItem[]) => {
    for (const each of items) leases.hold(each)
    taken.push(...items)
  }
  const onAdopted = vi.fn<(count: number) => void>()
  const sweep = startForgottenSweep({
    pool,
    epoch,
    leases,
    isRepeating,
    take,
    onAdopted,
    onTrouble,
    everyMs: 5,
    forgottenAfterMs: 30,
  })
  return { taken, onAdopted, sweep }
}

test('an item that is leased to this engine and that it does not know of is taken up, once, and no other', async () => {
  const { taken, onAdopted, sweep } = start(() => false)
  await vi.waitFor(() => expect(onAdopted).toHaveBeenCalledWith(1))
  const query = vi.spyOn(pool, 'query')
  await vi.waitFor(() => expect(query.mock.calls.length).toBeGreaterThan(10))
  query.mockRestore()
  await sweep.close()
  expect(taken.map(each => each.runId)).toEqual(['forgotten'])
})

test('nothing is taken up while a write is repeated that may have leased it', async () => {
  const { taken, sweep } = start(() => true)
  const query = vi.spyOn(pool, 'query')
  await vi.waitFor(() => expect(query.mock.calls.length).toBeGreaterThan(20))
  query.mockRestore()
  await sweep.close()
  expect(taken).toEqual([])
})
