import { randomBytes } from 'node:crypto'
import { DomainError } from '@makegood/core/errors'
import { newId } from '@makegood/core/ids'
import { type Canceller, decideCancellation } from '@makegood/core/order/decide-cancellation'
import { orderStatuses } from '@makegood/core/order/order-states'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { inTransaction } from '../client.ts'
import { confirmOrder } from '../order/confirm-order.ts'
import { getOrderState } from '../order/get-order-state.ts'
import type { Owner } from '../order/owner.ts'
import { openPayment } from '../payment/open-payment.ts'
import { openIncident } from '../saga/open-incident.ts'
import { type BroughtOrder, bringTestOrder } from '../testing/bring-test-order.ts'
import { createTestDatabase, type TestDatabase } from '../testing/create-test-database.ts'
import { expectWaiting } from '../testing/expect-waiting.ts'
import { stopTestSaga } from '../testing/stop-test-saga.ts'
import { getCancelTerms } from './get-cancel-terms.ts'
import { newCancellationId, requestCancellation } from './request-cancellation.ts'
import { finishCancellation, refuseCancellation } from './settle-cancellation.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database.drop())

const policy = { cancelFeePercent: 5 }
const cancellers: readonly Canceller[] = ['shopper', 'operator', 'system']

const request = (
  { orderId, owner }: { readonly orderId: string; readonly owner?: Owner },
  by: Canceller = 'shopper',
  cancellationId = newCancellationId(),
) =>
  inTransaction(database.db, tx =>
    requestCancellation(tx, { orderId, cancellationId, by, policy, ...(by === 'shopper' && owner ? { owner } : {}) }),
  )

const read = async (orderId: string) => ({
  order: await database.db.order.findUniqueOrThrow({ where: { id: orderId } }),
  requests: await database.db.cancellation.findMany({ where: { orderId }, orderBy: { requestedAt: 'asc' } }),
  sagas: await database.db.saga.findMany({ where: { orderId, name: 'cancel-order' } }),
  events: await database.db.outbox.findMany({
    where: {
      name: { in: ['order/cancel.requested', 'payment/changed'] },
      payload: { path: ['orderId'], equals: orderId },
    },
  }),
})

test.each(orderStatuses.flatMap(status => cancellers.map(by => [status, by] as const)))(
  'an order that is %s, asked to be cancelled by %s: as the table of cancellations says',
  async (status, by) => {
    const order = await bringTestOrder(database.db, status)
    const before = await read(order.orderId)
    const decision = decideCancellation(status, by, policy)
    const cancellationId = newCancellationId()
    if (!decision.allowed) {
      const refusal = { code: decision.refusal, details: { status } }
      await expect(request(order, by, cancellationId)).rejects.toMatchObject(refusal)
      expect(await read(order.orderId)).toEqual(before)
      return
    }
    expect(await request(order, by, cancellationId)).toBe(status)
    const after = await read(order.orderId)
    expect(after.order).toEqual({ ...before.order, cancelling: true })
    // Of an order of 28,000 won.
    const feeMinor = decision.feePercent > 0 ? 1_400n : 0n
    expect(after.requests).toMatchObject([
      { id: cancellationId, fromStatus: status, status: 'REQUESTED', reason: decision.reason, mover: by, feeMinor },
    ])
    if (status === 'PAYMENT_PROCESSING') {
      // The payment's own saga undoes itself; another saga beside it would be one too many.
      const payload = { orderId: order.orderId, paymentId: order.paymentId }
      expect(after.events).toMatchObject([{ name: 'payment/changed', payload }])
      expect(after.sagas).toEqual([])
    } else {
      const payload = { orderId: order.orderId, cancellationId, fromStatus: status }
      expect(after.events).toMatchObject([{ name: 'order/cancel.requested', payload }])
      expect(after.sagas).toMatchObject([{ id: `cancel-order:${cancellationId}`, status: 'RUNNING', input: payload }])
    }
  },
)

test('a fee that is more than the shopper was shown is refused with the fee it would be, and nothing is asked for', async () => {
  const order = await bringTestOrder(database.db, 'PAID')
  const { orderId, owner } = order
  const terms = await getCancelTerms(database.db, { orderId, owner, by: 'shopper', policy })
  expect(terms.fee.amountMinor).toBe('0')
  await inTransaction(database.db, async tx => {
    const { version } = await getOrderState(tx, orderId)
    await confirmOrder(tx, { ...order, version }, { mover: 'operator' }, 600)
  })
  const ask = (expectedFeeMinor: bigint, cancellationId = newCancellationId()) =>
    inTransaction(database.db, tx =>
      requestCancellation(tx, { orderId, owner, cancellationId, by: 'shopper', policy, expectedFeeMinor }),
    )
  for (const shown of [0n, 1_399n])
    await expect(ask(shown)).rejects.toMatchObject({ code: 'fee-changed', details: { feeMinor: '1400' } })
  expect(await read(orderId)).toMatchObject({ order: { cancelling: false }, requests: [], events: [] })
  const accepted = newCancellationId()
  await ask(1_400n, accepted)
  expect((await read(orderId)).requests).toMatchObject([{ id: accepted, feeMinor: 1_400n }])
  // The same request again is the same request, whatever it says of the fee.
  expect(await ask(0n, accepted)).toBe('CONFIRMED')
})

test('an order that the shop cannot send costs no fee, by its terms and by the request; an outage that is being tried again does', async () => {
  const feeOf = async (stop: (orderId: string) => Promise<unknown>) => {
    const order = await bringTestOrder(database.db, 'CONFIRMED')
    const { orderId, owner } = order
    await stop(orderId)
    const terms = await getCancelTerms(database.db, { orderId, owner, by: 'shopper', policy })
    await request(order)
    const [{ feeMinor = -1n } = {}] = (await read(orderId)).requests
    expect(terms.fee.amountMinor).toBe(feeMinor.toString())
    return feeMinor
  }
  const held = (orderId: string) =>
    stopTestSaga(database.db, { name: 'fulfil-order', orderId, steps: [], kind: 'saga-held', at: 'register-shipment' })
  expect(await feeOf(held)).toBe(0n)
  const late = { kind: 'shipping-late', stepId: 'limit', detail: 'late' } as const
  expect(await feeOf(orderId => openIncident(database.db, { ...late, orderId, sagaId: `limit:${orderId}` }))).toBe(0n)
  const triedAgain = async (orderId: string) => {
    const { incidentId } = await held(orderId)
    await database.db.incident.update({ where: { id: incidentId }, data: { nextTryAt: new Date() } })
  }
  expect(await feeOf(triedAgain)).toBe(1_400n)
})

test('of ten that ask at once one is heard, the others are told that the order is being cancelled', async () => {
  for (const status of ['STOCK_RESERVED', 'PAYMENT_PROCESSING', 'CONFIRMED'] as const) {
    const order = await bringTestOrder(database.db, status)
    const results = await Promise.allSettled(
      Array.from({ length: 10 }, (_, nr) => request(order, nr % 2 === 0 ? 'shopper' : 'operator')),
    )
    const refusals = results.flatMap(result => (result.status === 'rejected' ? [result.reason] : []))
    expect(refusals).toHaveLength(9)
    for (const refusal of refusals) expect(refusal).toMatchObject({ code: 'cancel-in-progress' })
    const { requests, events, sagas } = await read(order.orderId)
    expect([requests.length, events.length]).toEqual([1, 1])
    expect(sagas).toHaveLength(status === 'PAYMENT_PROCESSING' ? 0 : 1)
  }
})

test('the same request again gives the same answer, also ten times at once, and asks once', async () => {
  const order = await bringTestOrder(database.db, 'PAID')
  const cancellationId = newCancellationId()
  const answers = await Promise.all(Array.from({ length: 10 }, () => request(order, 'shopper', cancellationId)))
  expect(answers).toEqual(answers.map(() => 'PAID'))
  const before = await read(order.orderId)
  expect([before.requests.length, before.events.length]).toEqual([1, 1])

  // Also when the request is settled, where a new one would be refused or begin anew.
  await finishCancellation(database.db, cancellationId)
  expect((await read(order.orderId)).order.cancelling).toBe(false)
  await request(order, 'shopper', cancellationId)
  expect((await read(order.orderId)).requests).toMatchObject([{ id: cancellationId, status: 'DONE' }])
  expect((await read(order.orderId)).events).toEqual(before.events)
})

test("another's order and an unknown one are not found alike, not even with the id of its own request", async () => {
  const order = await bringTestOrder(database.db, 'PAID')
  const cancellationId = newCancellationId()
  await request(order, 'shopper', cancellationId)
  const before = await read(order.orderId)
  const strangers: readonly Owner[] = [
    { userId: null, visitorHash: randomBytes(32).toString('hex') },
    { userId: 'usr_stranger', visitorHash: null },
    (await bringTestOrder(database.db, 'PAID')).owner,
  ]
  for (const owner of strangers)
    for (const id of [cancellationId, newCancellationId()])
      await expect(request({ ...order, owner }, 'shopper', id)).rejects.toMatchObject({ code: 'not-found' })
  const unknown = { ...order, orderId: newId('order', new Date()) }
  await expect(request(unknown)).rejects.toMatchObject({ code: 'not-found' })
  await expect(request({ ...order, owner: { userId: null, visitorHash: null } })).rejects.toThrow('an owner must be')
  expect(await read(order.orderId)).toEqual(before)
})

test('an id that belongs to the request of another order asks nothing', async () => {
  const [first, second] = [await bringTestOrder(database.db, 'PAID'), await bringTestOrder(database.db, 'PAID')]
  const cancellationId = newCancellationId()
  await request(first, 'shopper', cancellationId)
  await expect(request(second, 'shopper', cancellationId)).rejects.toBeInstanceOf(DomainError)
  expect(await read(second.orderId)).toMatchObject({ requests: [], events: [] })
})

test('what is rolled back was never asked', async () => {
  const { orderId } = await bringTestOrder(database.db, 'PAID')
  const before = await read(orderId)
  const failing = inTransaction(database.db, async tx => {
    await requestCancellation(tx, { orderId, cancellationId: newCancellationId(), by: 'operator', policy })
    expect(await tx.$queryRaw`select cancelling from "order" where id = ${orderId}`).toEqual([{ cancelling: true }])
    throw new Error('the audit could not be written')
  })
  await expect(failing).rejects.toThrow('the audit could not be written')
  expect(await read(orderId)).toEqual(before)
})

test('after a refused request the order can be asked about again', async () => {
  const order = await bringTestOrder(database.db, 'CONFIRMED')
  const [first, second] = [newCancellationId(), newCancellationId()]
  await request(order, 'shopper', first)
  expect(await refuseCancellation(database.db, first, 'already-handed-over')).toBe(true)
  expect((await read(order.orderId)).order.cancelling).toBe(false)
  expect(await refuseCancellation(database.db, first, 'again')).toBe(false)
  await request(order, 'shopper', second)
  expect((await read(order.orderId)).requests).toMatchObject([
    { id: first, status: 'REFUSED', refusal: 'already-handed-over', feeMinor: 0n, endedAt: expect.any(Date) },
    { id: second, status: 'REQUESTED' },
  ])
})

test('a settled request keeps what it was: its fee and its end', async () => {
  const order = await bringTestOrder(database.db, 'CONFIRMED')
  const cancellationId = newCancellationId()
  await request(order, 'shopper', cancellationId)
  await finishCancellation(database.db, cancellationId)
  const { requests } = await read(order.orderId)
  expect(requests).toMatchObject([{ status: 'DONE', feeMinor: 1400n }])
  await finishCancellation(database.db, cancellationId)
  expect(await refuseCancellation(database.db, cancellationId, 'late')).toBe(false)
  expect((await read(order.orderId)).requests).toEqual(requests)
})

test('a payment that opens while the cancelling waits for the order is the one that is told', async () => {
  const order = await bringTestOrder(database.db, 'STOCK_RESERVED')
  const { orderId, owner } = order
  const paymentId = newId('payment', new Date())
  const [asked] = await database.db.$transaction(async tx => {
    await openPayment(tx, { orderId, owner, paymentId, paymentMethod: 'pm_card_visa', paymentSeconds: 600 })
    const asking = request(order)
    await expectWaiting(database.db, 1)
    return [asking]
  })
  expect(await asked).toBe('PAYMENT_PROCESSING')
  const { events, sagas } = await read(orderId)
  expect(events).toMatchObject([{ name: 'payment/changed', payload: { orderId, paymentId } }])
  expect(sagas).toEqual([])
})

test('a payment and a cancelling at once: the order is either cancelled unpaid or its payment is told to stop', async () => {
  for (let round = 0; round < 6; round += 1) {
    const order: BroughtOrder = await bringTestOrder(database.db, 'STOCK_RESERVED')
    const { orderId, owner, paymentId } = order
    const paying = { orderId, owner, paymentId, paymentMethod: 'pm_card_visa', paymentSeconds: 600 }
    const [asked] = await Promise.all([request(order), openPayment(database.db, paying).catch(() => null)])
    const { events } = await read(orderId)
    const told = asked === 'PAYMENT_PROCESSING' ? 'payment/changed' : 'order/cancel.requested'
    expect(events).toMatchObject([{ name: told }])
    // What is being cancelled takes no payment any more.
    await expect(
      openPayment(database.db, { ...paying, paymentId: newId('payment', new Date()) }),
    ).rejects.toMatchObject({
      code: 'cancel-in-progress',
    })
  }
})
