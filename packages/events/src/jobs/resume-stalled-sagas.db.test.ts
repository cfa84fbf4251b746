import { createTestDatabase, type TestDatabase } from '@makegood/db/testing/create-test-database'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Deps } from '../saga/deps.ts'
import { readStart } from '../saga/read-start.ts'
import { runSaga } from '../saga/run-saga.ts'
import { createTestDeps } from '../testing/test-deps.ts'
import { createTestEngine } from '../testing/test-engine.ts'
import { beginTestSaga, notesOf, onward, testSagaOf, undoable } from '../testing/test-saga.ts'
import { resumeAllStalled } from './resume-stalled-sagas.ts'

let database: TestDatabase
let deps: Deps
let nudges = 0
beforeAll(async () => {
  database = await createTestDatabase()
  const outbox = { nudge: () => (nudges += 1) }
  deps = createTestDeps(database.db, process.env.TEST_REDIS_URL ?? '', { outbox })
})
afterAll(async () => {
  deps.redis.disconnect()
  await database.drop()
})

test('sagas whose runs are lost are started again by one of many lookers, and end by the event that says so', async () => {
  const definition = testSagaOf([undoable('first'), onward('pivot', 'pivot')])
  const lost = []
  for (let nr = 0; nr < 5; nr += 1) lost.push(await beginTestSaga(database.db))
  const alive = await beginTestSaga(database.db)
  const ids = lost.map(({ saga }) => saga.id)
  await database.db.saga.updateMany({ where: { id: { in: ids } }, data: { leaseUntil: new Date(0) } })

  const resumed = await Promise.all(Array.from({ length: 4 }, () => resumeAllStalled(deps)))
  expect(resumed.reduce((sum, count) => sum + count)).toBe(5)
  expect(nudges).toBe(resumed.filter(count => count > 0).length)
  expect(await resumeAllStalled(deps)).toBe(0)
  expect(await database.db.saga.findMany({ where: { id: { in: ids } } })).toMatchObject(
    ids.map(() => ({ generation: 2 })),
  )
  expect(await database.db.saga.findUniqueOrThrow({ where: { id: alive.saga.id } })).toMatchObject({ generation: 1 })

  for (const { saga, orderId, start } of lost) {
    const [event, ...more] = await database.db.outbox.findMany({
      where: { name: 'saga/resumed', payload: { path: ['sagaId'], equals: saga.id } },
    })
    expect(more).toEqual([])
    const data = { ...(event?.payload as object), correlationId: event?.correlationId ?? '' }
    const again = readStart({ name: 'saga/resumed', data })
    expect(again).toEqual({ input: start.input, correlationId: event?.correlationId, generation: 2 })
    expect(await runSaga(deps, definition, again, createTestEngine())).toMatchObject({ ended: 'COMPLETED' })
    const ended = await database.db.saga.findUniqueOrThrow({ where: { id: saga.id } })
    // The run that was only late, not lost, changes nothing any more.
    await runSaga(deps, definition, start, createTestEngine())
    expect(await database.db.saga.findUniqueOrThrow({ where: { id: saga.id } })).toEqual(ended)
    expect(await notesOf(database.db, orderId)).toEqual(['first', 'pivot'])
  }
})
