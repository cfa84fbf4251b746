import { tryAgainSeconds } from '@makegood/core/saga/try-again'
import { retryIncident } from '@makegood/db/incident/retry-incident'
import { createTestDatabase, type TestDatabase } from '@makegood/db/testing/create-test-database'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { OutsideAway } from '../saga/outside-away.ts'
import { beginTestSaga, onward, outside, refusing, type TestSaga, testSagaOf } from '../testing/test-saga.ts'
import { watchSagas } from '../testing/watch-saga.ts'
import { tryAllDueAgain } from './try-incidents-again.ts'

let database: TestDatabase
let saga: ReturnType<typeof watchSagas>
beforeAll(async () => {
  database = await createTestDatabase()
  saga = watchSagas(database.db)
})
afterAll(async () => {
  saga.deps.redis.disconnect()
  await database.drop()
})

const incidentOf = async (begun: TestSaga) => {
  const [incident, ...others] = await saga.incidents(begun)
  expect(others).toEqual([])
  if (!incident) throw new Error('no incident was opened')
  return incident
}
const secondsAhead = ({ nextTryAt }: { nextTryAt: Date | null }) => ((nextTryAt?.getTime() ?? 0) - Date.now()) / 1000
const makeDue = (id: string) => database.db.incident.update({ where: { id }, data: { nextTryAt: new Date(0) } })

/** A saga whose undo throws this, for as long as it says so. */
const undoThrows = (error: () => Error | null) =>
  testSagaOf([
    outside('call', async () => ({ outcome: 'done' }), {
      undo: async () => {
        const thrown = error()
        if (thrown) throw thrown
        return async () => undefined
      },
    }),
    refusing('no', 'no-more', 'pivot'),
  ])

test('an undo that fails for another reason than an outage waits for a person alone', async () => {
  const begun = await beginTestSaga(database.db)
  await saga.run(
    begun,
    undoThrows(() => new Error('refused')),
  )
  expect(await incidentOf(begun)).toMatchObject({ kind: 'undo-failed', nextTryAt: null, tries: 0 })
  expect(await tryAllDueAgain(saga.deps)).toBe(0)
})

test('an undo that an outage stopped is tried again by itself once it is due, one time of many lookers, and closes what it opened', async () => {
  const begun = await beginTestSaga(database.db)
  let away = true
  const definition = undoThrows(() => (away ? new OutsideAway('no answer') : null))
  await saga.run(begun, definition)
  const incident = await incidentOf(begun)
  expect(await saga.needsAttention(begun)).toBe(true)
  expect(secondsAhead(incident)).toBeGreaterThan(25)
  expect(secondsAhead(incident)).toBeLessThanOrEqual(30)
  expect(await tryAllDueAgain(saga.deps)).toBe(0)

  await makeDue(incident.id)
  const tried = await Promise.all(Array.from({ length: 3 }, () => tryAllDueAgain(saga.deps)))
  expect(tried.reduce((sum, count) => sum + count)).toBe(1)
  expect(await saga.sagaRow(begun)).toMatchObject({ status: 'RUNNING', generation: 2 })
  expect(await incidentOf(begun)).toMatchObject({ tries: 1, nextTryAt: null, resolvedAt: null })
  await saga.run(begun, definition, 2)
  const again = await incidentOf(begun)
  expect(again).toMatchObject({ tries: 1, occurrences: 2 })
  expect(secondsAhead(again)).toBeGreaterThan(55)

  away = false
  await makeDue(incident.id)
  expect(await tryAllDueAgain(saga.deps)).toBe(1)
  expect(await saga.run(begun, definition, 3)).toMatchObject({ ended: 'UNDONE' })
  expect(await incidentOf(begun)).toMatchObject({ resolution: 'went-on', nextTryAt: null })
  expect(await saga.needsAttention(begun)).toBe(false)
  const audit = await database.db.auditEntry.findMany({ where: { subject: incident.id } })
  expect(audit).toMatchObject(
    Array.from({ length: 2 }, () => ({ actorKind: 'system', actorId: null, action: 'incident.retry' })),
  )
})

test('an operator need not wait for the next try; what they start is not started once more beside it', async () => {
  const begun = await beginTestSaga(database.db)
  await saga.run(
    begun,
    undoThrows(() => new OutsideAway('no answer')),
  )
  const { id: incidentId } = await incidentOf(begun)
  await makeDue(incidentId)
  await retryIncident(database.db, { incidentId, operatorId: 'op_1', leaseSeconds: 30, correlationId: 'cor_retry' })
  expect(await tryAllDueAgain(saga.deps)).toBe(0)
  expect(await incidentOf(begun)).toMatchObject({ tries: 0, nextTryAt: null })
})

test('a step that an outage stopped where its saga holds is tried again; one that the outside refused is not', async () => {
  const held = async (call: () => Promise<never>) => {
    const begun = await beginTestSaga(database.db)
    const step = outside('call', call)
    await saga.run(begun, testSagaOf([step, onward('pivot', 'pivot')], { holdsOn: () => true }))
    return incidentOf(begun)
  }
  const stopped = await held(() => Promise.reject(new OutsideAway('no answer')))
  expect(stopped).toMatchObject({ kind: 'saga-held', nextTryAt: expect.any(Date) })
  expect(await held(() => Promise.reject(new Error('a defect')))).toMatchObject({ kind: 'saga-held', nextTryAt: null })
})

test('the tries come the more rarely the longer it lasts, and after a day of them only a person goes on', async () => {
  const begun = await beginTestSaga(database.db)
  const definition = undoThrows(() => new OutsideAway('no answer'))
  await saga.run(begun, definition)
  const { id } = await incidentOf(begun)
  const waits: number[] = []
  for (const [tries, generation] of [
    [5, 2],
    [6, 3],
    [29, 4],
    [30, 5],
  ] as const) {
    await database.db.incident.update({ where: { id }, data: { tries: tries - 1, nextTryAt: new Date(0) } })
    expect(await tryAllDueAgain(saga.deps)).toBe(1)
    await saga.run(begun, definition, generation)
    const incident = await incidentOf(begun)
    expect(incident.tries).toBe(tries)
    waits.push(incident.nextTryAt ? Math.round(secondsAhead(incident) / 60) : -1)
  }
  expect(waits).toEqual([30, 60, 60, -1])
  expect(tryAgainSeconds.reduce((sum, seconds) => sum + seconds)).toBeLessThan(26 * 3600)
})
