import { newId } from '@makegood/core/ids'
import { sagaStarts } from '@makegood/core/saga/saga-starts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { inTransaction } from '../client.ts'
import { createTestDatabase, type TestDatabase } from '../testing/create-test-database.ts'
import { placeTestOrder } from '../testing/place-test-order.ts'
import { appendEvents } from './append-events.ts'
import { newEvent } from './new-event.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database.drop())

const append = (events: Parameters<typeof appendEvents>[2]) =>
  inTransaction(database.db, tx => appendEvents(tx, 'cor_test', events))

test('an event that begins a saga writes the saga with it, or neither', async () => {
  const { orderId } = await placeTestOrder(database.db)
  const event = newEvent('order/confirmed', { orderId })
  const failing = inTransaction(database.db, async tx => {
    await appendEvents(tx, 'cor_test', [event])
    throw new Error('rolled back')
  })
  await expect(failing).rejects.toThrow('rolled back')
  const id = `fulfil-order:${orderId}`
  expect(await database.db.saga.findUnique({ where: { id } })).toBeNull()
  await append([event])
  const saga = await database.db.saga.findUniqueOrThrow({ where: { id } })
  expect(saga).toMatchObject({
    name: 'fulfil-order',
    orderId,
    input: { orderId },
    status: 'RUNNING',
    direction: 'FORWARD',
    generation: 1,
    correlationId: 'cor_test',
    currentStep: null,
  })
  // Time enough for its first step, before it counts as lost.
  expect(saga.leaseUntil.getTime()).toBeGreaterThan(Date.now() + 20_000)
})

test('a second event about the same thing begins no second saga and leaves the first as it stands', async () => {
  const { orderId } = await placeTestOrder(database.db)
  await append([newEvent('order/confirmed', { orderId })])
  await database.db.saga.update({
    where: { id: `fulfil-order:${orderId}` },
    data: { status: 'COMPLETED', generation: 3 },
  })
  await append([newEvent('order/confirmed', { orderId }), newEvent('order/completed', { orderId })])
  expect(await database.db.saga.findMany({ where: { name: 'fulfil-order', orderId } })).toMatchObject([
    { status: 'COMPLETED', generation: 3 },
  ])
  expect(
    await database.db.outbox.count({
      where: { name: 'order/confirmed', payload: { path: ['orderId'], equals: orderId } },
    }),
  ).toBe(2)
})

test('a saga that is about no order is written without one', async () => {
  const topUpId = newId('topUp', new Date())
  await append([newEvent('wallet/top-up.requested', { topUpId, userId: 'usr_x' })])
  expect(await database.db.saga.findUniqueOrThrow({ where: { id: `top-up-wallet:${topUpId}` } })).toMatchObject({
    orderId: null,
    input: { topUpId, userId: 'usr_x' },
  })
})

test('an event that begins no saga writes none, and no events write nothing', async () => {
  const { orderId } = await placeTestOrder(database.db)
  const before = await database.db.saga.count()
  await append([])
  await append([newEvent('order/completed', { orderId }), newEvent('order/cancelled', { orderId, reason: 'asked' })])
  expect(await database.db.saga.count()).toBe(before)
  expect(Object.keys(sagaStarts)).not.toContain('order/completed')
})

test('what a saga waits for shortens its lease with the event, or not at all; a saga at work and another one are left alone', async () => {
  const { db } = database
  const waiting = async (currentStep: string) => {
    const returnId = newId('return', new Date())
    const hours = new Date(Date.now() + 6 * 3600 * 1000)
    const { orderId } = await placeTestOrder(db)
    const saga = { id: `return-order:${returnId}`, name: 'return-order', status: 'RUNNING', correlationId: 'cor_test' }
    await db.saga.create({ data: { ...saga, orderId, currentStep, leaseUntil: hours } })
    return { event: newEvent('return/changed', { orderId, returnId }), id: saga.id, hours }
  }
  const secondsLeft = async (id: string) =>
    ((await db.saga.findUniqueOrThrow({ where: { id } })).leaseUntil.getTime() - Date.now()) / 1000
  const [own, other, working] = [
    await waiting('await-goods'),
    await waiting('await-goods'),
    await waiting('register-pick-up'),
  ]
  const failing = inTransaction(db, async tx => {
    await appendEvents(tx, 'cor_test', [own.event])
    throw new Error('rolled back')
  })
  await expect(failing).rejects.toThrow('rolled back')
  expect(await secondsLeft(own.id)).toBeGreaterThan(3600)
  await append([own.event, working.event])
  expect(await secondsLeft(own.id)).toBeLessThanOrEqual(30)
  expect(await secondsLeft(own.id)).toBeGreaterThan(20)
  for (const { id } of [other, working]) expect(await secondsLeft(id)).toBeGreaterThan(3600)
})
