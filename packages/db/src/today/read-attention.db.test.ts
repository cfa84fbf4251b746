import { newId } from '@makegood/core/ids'
import { listOrdersInput } from '@makegood/core/order/order-filters'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { countToDecide } from '../approval/count-to-decide.ts'
import { requestApproval } from '../approval/request-approval.ts'
import { inTransaction } from '../client.ts'
import { confirmOrder } from '../order/confirm-order.ts'
import { getOrderState } from '../order/get-order-state.ts'
import { getOrderStory } from '../order/get-order-story.ts'
import { listOrders } from '../order/list-orders.ts'
import { pauseOrder } from '../order/pause-order.ts'
import { finishRefund } from '../refund/finish-refund.ts'
import { planRefund } from '../refund/plan-refund.ts'
import { openIncident } from '../saga/open-incident.ts'
import { bringTestOrder } from '../testing/bring-test-order.ts'
import { createTestDatabase, type TestDatabase } from '../testing/create-test-database.ts'
import { readAttention } from './read-attention.ts'

const dayLong = 86_400
let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database.drop())

const finance = { id: 'finance', role: 'finance' } as const
const endSagas = () => database.db.saga.updateMany({ data: { status: 'COMPLETED' } })

test('a shop in which all has ended well holds nothing and needs nobody', async () => {
  await bringTestOrder(database.db, 'COMPLETED')
  await bringTestOrder(database.db, 'SHIPPING')
  await endSagas()
  const none = { amountMinor: '0', currency: 'KRW' }
  expect(await readAttention(database.db, finance, dayLong)).toEqual({
    counts: { stopped: 0, retrying: 0, undoing: 0, paused: 0, toConfirm: 0, stuck: 0, undoFailed: 0, incidents: 0 },
    problems: [],
    longPauses: [],
    approvals: [],
    moneyHeld: { amount: none, orders: 0 },
    stockHeld: { units: 0, orders: 0 },
  })
})

test('orders that stopped, are tried again or go back are counted as their list has them, and problems of one cause are one', async () => {
  const { db } = database
  const { orderId, paymentId } = await bringTestOrder(db, 'PAYMENT_PROCESSING')
  const [second, third, fourth] = [
    await bringTestOrder(db, 'STOCK_RESERVED'),
    await bringTestOrder(db, 'STOCK_RESERVED'),
    await bringTestOrder(db, 'STOCK_RESERVED'),
  ]
  await endSagas()
  const saga = { name: 'pay-order', orderId, status: 'RUNNING', correlationId: 'cor_x' }
  const leaseUntil = new Date(Date.now() + 60_000)
  const step = { position: 1, kind: 'undoable' }
  await db.saga.create({ data: { ...saga, id: 'a', leaseUntil: new Date(0) } })
  await db.saga.create({
    data: {
      ...saga,
      id: 'b',
      orderId: second.orderId,
      currentStep: 'charge-card',
      leaseUntil,
      steps: { create: [{ ...step, stepId: 'charge-card', status: 'FAILED', attempts: 2 }] },
    },
  })
  await db.saga.create({
    data: {
      ...saga,
      id: 'c',
      orderId: third.orderId,
      leaseUntil,
      direction: 'UNDOING',
      refusal: { reason: 'declined' },
    },
  })
  const stopped = { ...saga, id: 'd', orderId: fourth.orderId, status: 'NEEDS_ATTENTION', endedAt: new Date() }
  await db.saga.create({ data: stopped })
  const counted = ['stopped', 'retrying', 'undoing'] as const
  const { counts } = await readAttention(db, finance, dayLong)
  for (const state of counted) {
    const { orders } = await listOrders(db, listOrdersInput.parse({ sagas: [state] }))
    expect(orders, state).toHaveLength(counts[state])
  }
  for (const sagaId of ['y', 'z'])
    await openIncident(db, { orderId: null, sagaId, stepId: 'send', kind: 'event-failed', detail: 'later' })
  await openIncident(db, { orderId, sagaId: 'e', stepId: 'undo:charge-card', kind: 'undo-failed', detail: 'first' })
  await db.incident.updateMany({ where: { sagaId: 'e' }, data: { openedAt: new Date(Date.now() - 60_000) } })
  await db.payment.update({ where: { id: paymentId }, data: { chargeRef: `ch_${paymentId}` } })
  const told = await readAttention(db, finance, dayLong)
  expect(told.counts).toEqual({
    stopped: 1,
    retrying: 1,
    undoing: 1,
    paused: 0,
    toConfirm: 0,
    stuck: 1,
    undoFailed: 1,
    incidents: 3,
  })
  expect(told.problems).toMatchObject([
    { kind: 'undo-failed', detail: 'first', orderId, orderNumber: expect.stringMatching(/^\d+$/), count: 1 },
    { kind: 'event-failed', orderId: null, orderNumber: null, count: 2 },
  ])
  expect(told.moneyHeld).toEqual({ amount: { amountMinor: '28000', currency: 'KRW' }, orders: 1 })
  expect(told.stockHeld).toEqual({ units: 4, orders: 4 })
})

test('money of an order that is paid and waits for its confirmation is held, and what was given back of it is not', async () => {
  const { db } = database
  await endSagas()
  const before = await readAttention(db, finance, dayLong)
  const { paymentId } = await bringTestOrder(db, 'PAID')
  await endSagas()
  const held = async () => BigInt((await readAttention(db, finance, dayLong)).moneyHeld.amount.amountMinor)
  expect((await held()) - BigInt(before.moneyHeld.amount.amountMinor)).toBe(28_000n)
  const { orderId } = await db.payment.findUniqueOrThrow({ where: { id: paymentId } })
  await planRefund(db, orderId, { source: 'operator', sourceId: newId('refundRequest', new Date()) }, 8_000n)
  expect((await held()) - BigInt(before.moneyHeld.amount.amountMinor), 'planned').toBe(28_000n)
  for (const { id } of await db.refund.findMany({ where: { orderId } })) await finishRefund(db, id, `re_${id}`)
  expect((await held()) - BigInt(before.moneyHeld.amount.amountMinor), 'given back').toBe(20_000n)
})

test('a charge that came late is held until it went back, and of an order that goes on only what is owed', async () => {
  const { db } = database
  await endSagas()
  const held = async () => BigInt((await readAttention(db, finance, dayLong)).moneyHeld.amount.amountMinor)
  const before = await held()
  const { orderId, paymentId } = await bringTestOrder(db, 'PAYMENT_PROCESSING')
  await db.payment.update({ where: { id: paymentId }, data: { status: 'FAILED', settledAt: new Date() } })
  await endSagas()
  expect(await held()).toBe(before)
  const late = { id: `settle-late-payment:${paymentId}`, name: 'settle-late-payment', orderId, correlationId: 'cor_x' }
  await db.saga.create({ data: { ...late, status: 'NEEDS_ATTENTION', endedAt: new Date() } })
  expect((await held()) - before).toBe(28_000n)
  await db.saga.update({ where: { id: late.id }, data: { status: 'COMPLETED' } })
  const delivered = await bringTestOrder(db, 'DELIVERED')
  await endSagas()
  expect(await held()).toBe(before)
  await planRefund(db, delivered.orderId, { source: 'operator', sourceId: newId('refundRequest', new Date()) }, 3_000n)
  expect((await held()) - before).toBe(3_000n)
})

const none = { supportMinor: 0n, financeMinor: 0n }

test('what waits for a second pair of eyes needs a person: whoever may decide it and did not ask for it', async () => {
  const { db } = database
  const { orderId } = await bringTestOrder(db, 'DELIVERED')
  const request = {
    ...({ kind: 'refund' } as const),
    ...{ userId: null, orderId, amountMinor: 9_000n, currency: 'KRW', reason: 'a chip', input: {} },
    ...{ operatorId: 'admin', forSeconds: 600 },
  } as const
  const id = newId('approval', new Date())
  await inTransaction(db, tx => requestApproval(tx, { ...request, id }))
  const again = { ...request, id: newId('approval', new Date()) }
  await expect(inTransaction(db, tx => requestApproval(tx, again))).rejects.toMatchObject({ code: 'approval-waiting' })
  const aloneUpTo = { refund: none, 'wallet-adjustment': none }
  const admin = { id: 'admin', role: 'admin' } as const
  const support = { id: 'support', role: 'support' } as const
  for (const [viewer, toDecide] of [[finance, true] as const, [admin, false] as const, [support, false] as const]) {
    const { approvals } = await readAttention(db, viewer, dayLong)
    expect(approvals).toMatchObject([{ id, kind: 'refund', orderId, amount: { amountMinor: '9000' }, toDecide }])
    expect(await countToDecide(db, viewer, 100)).toBe(toDecide ? 1 : 0)
    expect((await getOrderStory(db, orderId, { ...viewer, aloneUpTo })).approvals).toEqual(approvals)
  }
  await db.approval.update({ where: { id }, data: { state: 'EXPIRED', decidedAt: new Date() } })
  expect((await readAttention(db, finance, dayLong)).approvals).toEqual([])
  await inTransaction(db, tx => requestApproval(tx, again))
})

test('a paid order that waits to be confirmed is counted until it is confirmed, paused or asked to be cancelled', async () => {
  const { db } = database
  const toConfirm = async () => (await readAttention(db, finance, dayLong)).counts.toConfirm
  const before = await toConfirm()
  const [confirmed, paused, cancelled] = [
    await bringTestOrder(db, 'PAID'),
    await bringTestOrder(db, 'PAID'),
    await bringTestOrder(db, 'PAID'),
  ]
  expect(await toConfirm()).toBe(before + 3)
  await inTransaction(db, async tx => {
    const { version } = await getOrderState(tx, confirmed.orderId)
    await confirmOrder(tx, { ...confirmed, version }, { mover: 'operator', moverId: 'usr_kim' }, 60)
  })
  expect(await toConfirm()).toBe(before + 2)
  await pauseOrder(db, {
    orderId: paused.orderId,
    pauseId: newId('pause', new Date()),
    operatorId: 'usr_kim',
    reason: 'a drill',
  })
  expect(await toConfirm()).toBe(before + 1)
  await db.order.update({ where: { id: cancelled.orderId }, data: { cancelling: true } })
  expect(await toConfirm()).toBe(before)
})
