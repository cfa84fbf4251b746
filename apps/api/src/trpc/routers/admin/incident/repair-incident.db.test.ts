import { newId } from '@makegood/core/ids'
import { incidentPageSchema, incidentViewSchema, sagaPageSchema } from '@makegood/core/saga/incident-views'
import { openPayment } from '@makegood/db/payment/open-payment'
import { seedReservedOrder } from '@makegood/db/seed/scenarios/reserved-order'
import { type StoppedSaga, stopTestSaga } from '@makegood/db/testing/stop-test-saga'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { signInOperator } from '../../../../testing/sign-in-operator.ts'
import { startTestApi, type TestApi } from '../../../../testing/start-test-api.ts'

let api: TestApi
let operator: Awaited<ReturnType<typeof signInOperator>>
let finance: Awaited<ReturnType<typeof signInOperator>>
beforeAll(async () => {
  api = await startTestApi()
  operator = await signInOperator(api, 'operations')
  finance = await signInOperator(api, 'finance')
})
afterAll(() => api.stop())

/** A payment that stopped at its card, after the stock was confirmed. */
const stoppedPayment = async (changed: Partial<StoppedSaga> = {}) => {
  const { orderId, owner } = await seedReservedOrder(api.db)
  const paymentId = newId('payment', new Date())
  await openPayment(api.db, { orderId, owner, paymentId, paymentMethod: 'pm_card_visa', paymentSeconds: 600 })
  const stopped = await stopTestSaga(api.db, {
    orderId,
    input: { orderId, paymentId },
    steps: [{ stepId: 'confirm-stock' }, { stepId: 'charge-card', status: 'FAILED' }],
    at: 'charge-card',
    ...changed,
  })
  return { ...stopped, orderId, paymentId }
}
const look = async (incidentId: string) =>
  incidentViewSchema.parse((await operator.query('admin.incident.get', { incidentId, locale: 'en' })).body.result?.data)
const sagaOf = (id: string) => api.db.saga.findUniqueOrThrow({ where: { id } })

test('an incident says beforehand what each repair would do to money, stock and messages', async () => {
  const { incidentId, orderId } = await stoppedPayment()
  const { acts, order, saga } = await look(incidentId)
  expect(order?.id).toBe(orderId)
  expect(saga?.steps.map(step => step.stepId)).toEqual(['confirm-stock', 'charge-card'])
  expect(acts.retry.refusal).toBeNull()
  expect(acts.retry.steps.map(step => step.stepId)).toEqual(
    expect.arrayContaining(['charge-card', 'mark-paid', 'confirm-order']),
  )
  expect(acts.retry.steps.map(step => step.stepId)).not.toContain('confirm-stock')
  expect(acts.retry.consequences).toMatchObject({
    money: [{ what: 'taken-from-card', amount: { amountMinor: '28000' } }],
    states: ['PAID'],
  })
  expect(acts.retry.perhaps, 'where policy does not hold it').toMatchObject({
    states: ['CONFIRMED'],
    messages: [{ template: 'order-confirmed' }],
  })
  expect(acts.undo).toMatchObject({
    refusal: null,
    steps: [
      { stepId: 'undo:charge-card', certain: false },
      { stepId: 'undo:confirm-stock', certain: true },
      { stepId: 'put-order-back', certain: true },
    ],
    consequences: { money: [], stock: [{ what: 'put-aside', quantity: 1 }], states: ['STOCK_RESERVED'] },
    perhaps: { money: [{ what: 'back-to-card', amount: { amountMinor: '28000' } }] },
  })
  expect(acts.resumeFrom).toEqual(['charge-card'])
  expect(acts.settle).toMatchObject({ refusal: 'not-by-hand', steps: [] })
})

test('retry, resume and undo go through, and say so in the books', async () => {
  for (const [act, input] of [
    ['retry', {}],
    ['resumeFromStep', { stepId: 'charge-card' }],
    ['forceUndo', { reason: 'the shopper rang' }],
  ] as const) {
    const { incidentId, sagaId } = await stoppedPayment()
    expect((await operator.mutate(`admin.incident.${act}`, { incidentId, ...input })).status).toBe(200)
    expect(await sagaOf(sagaId)).toMatchObject({ status: 'RUNNING', generation: 2 })
    expect(await api.db.auditEntry.findMany({ where: { subject: incidentId } })).toMatchObject([
      { actorId: operator.userId },
    ])
    const again = await operator.mutate(`admin.incident.${act}`, { incidentId, ...input })
    expect(again.body.error?.data).toMatchObject({ shopCode: 'incident-moved-on', details: { reason: 'saga-running' } })
    expect((await look(incidentId)).acts.retry.refusal).toBe('saga-running')
  }
})

test('after an outage up to a hundred are tried again at once, each on its own', async () => {
  const [first, second] = [await stoppedPayment(), await stoppedPayment()]
  const missing = newId('incident', new Date())
  const { body } = await operator.mutate('admin.incident.retryMany', {
    incidentIds: [first.incidentId, missing, second.incidentId],
  })
  expect(body.result?.data?.outcomes).toEqual([
    { id: first.incidentId, refusal: null },
    { id: missing, refusal: 'not-found' },
    { id: second.incidentId, refusal: null },
  ])
  expect(await sagaOf(second.sagaId)).toMatchObject({ status: 'RUNNING' })
  const incidentIds = Array.from({ length: 101 }, () => missing)
  expect((await operator.mutate('admin.incident.retryMany', { incidentIds })).status).toBe(400)
})

test('many are turned round at once, incidents or orders, each on its own and with the reason; one past its pivot is refused', async () => {
  const paid = { steps: [{ stepId: 'mark-paid', kind: 'pivot', status: 'DONE' }], at: 'confirm-order' } as const
  const [first, second, past] = [await stoppedPayment(), await stoppedPayment(), await stoppedPayment(paid)]
  const reason = 'the kiln broke'
  const undone = await operator.mutate('admin.incident.undoMany', {
    incidentIds: [past.incidentId, first.incidentId],
    reason,
  })
  expect(undone.body.result?.data?.outcomes).toEqual([
    { id: past.incidentId, refusal: 'repair-not-possible' },
    { id: first.incidentId, refusal: null },
  ])
  const orderIds = [past.orderId, second.orderId]
  expect((await operator.mutate('admin.order.undoMany', { orderIds })).status).toBe(400)
  const { body } = await operator.mutate('admin.order.undoMany', { orderIds, reason })
  expect(body.result?.data?.outcomes).toEqual([
    { id: past.orderId, refusal: 'repair-not-possible' },
    { id: second.orderId, refusal: null },
  ])
  for (const { sagaId, incidentId } of [first, second]) {
    expect(await sagaOf(sagaId)).toMatchObject({ status: 'RUNNING', direction: 'UNDOING' })
    expect(await api.db.auditEntry.findMany({ where: { subject: incidentId } })).toMatchObject([
      { action: 'incident.undo', actorId: operator.userId, reason },
    ])
  }
  expect(await sagaOf(past.sagaId)).toMatchObject({ status: 'NEEDS_ATTENTION', direction: 'FORWARD' })
  const shopper = await finance.mutate('admin.order.undoMany', { orderIds, reason })
  expect(shopper.body.error?.data?.shopCode).toBe('forbidden')
})

test('money settled by hand is finance’s word: operations may resolve, and not say that', async () => {
  const undone = { direction: 'UNDOING', kind: 'undo-failed', at: 'undo:charge-card' } as const
  const steps = [{ stepId: 'charge-card', undoStatus: 'FAILED' }] as const
  const { incidentId, sagaId } = await stoppedPayment({ ...undone, steps })
  expect(await look(incidentId)).toMatchObject({
    acts: { settle: { refusal: null } },
    settling: { amount: { amountMinor: '28000' }, alone: true },
    asked: null,
  })
  const input = {
    incidentId,
    reason: 'nothing was taken',
    settledByHand: { reference: null, approvalId: newId('approval', new Date()) },
  }
  const refused = await operator.mutate('admin.incident.resolve', input)
  expect(refused.body.error?.data?.shopCode).toBe('forbidden')
  expect(await sagaOf(sagaId)).toMatchObject({ status: 'NEEDS_ATTENTION' })
  expect((await finance.mutate('admin.incident.resolve', input)).body.result?.data).toEqual({
    incidentId,
    outcome: 'applied',
    approvalId: null,
  })
  expect(await sagaOf(sagaId)).toMatchObject({ status: 'RUNNING', generation: 2 })
  const { resolution, note } = await look(incidentId)
  expect({ resolution, note }).toEqual({ resolution: 'settled-by-hand', note: 'nothing was taken' })
})

test('resolving needs a reason; many are resolved with one', async () => {
  const [first, second] = [await stoppedPayment(), await stoppedPayment()]
  for (const { sagaId } of [first, second])
    await api.db.saga.update({ where: { id: sagaId }, data: { status: 'COMPLETED' } })
  for (const reason of ['', ' ', undefined])
    expect(
      (await finance.mutate('admin.incident.resolve', { incidentId: first.incidentId, reason })).body.error?.data
        ?.shopCode,
    ).toBe('invalid-input')
  const incidentIds = [first.incidentId, second.incidentId]
  const { body } = await finance.mutate('admin.incident.resolveMany', { incidentIds, reason: 'a drill' })
  expect(body.result?.data?.outcomes).toEqual(incidentIds.map(id => ({ id, refusal: null })))
  expect((await api.db.order.findUnique({ where: { id: first.orderId } }))?.needsAttention).toBe(false)
})

test('what still owes money is not closed, alone or among many; its page says what to do instead', async () => {
  const [owing, ended] = [await stoppedPayment(), await stoppedPayment()]
  await api.db.saga.update({ where: { id: ended.sagaId }, data: { status: 'UNDONE' } })
  expect((await look(owing.incidentId)).acts.resolve).toEqual({
    refusal: 'still-owes',
    instead: ['retry', 'resume', 'undo'],
  })
  const reason = 'all is mended'
  const refused = await operator.mutate('admin.incident.resolve', { incidentId: owing.incidentId, reason })
  expect(refused.body.error?.data).toMatchObject({
    shopCode: 'repair-not-possible',
    details: { reason: 'still-owes', instead: ['retry', 'resume', 'undo'] },
  })
  const incidentIds = [owing.incidentId, ended.incidentId]
  const { body } = await operator.mutate('admin.incident.resolveMany', { incidentIds, reason })
  expect(body.result?.data?.outcomes).toEqual([
    { id: owing.incidentId, refusal: 'repair-not-possible' },
    { id: ended.incidentId, refusal: null },
  ])
  expect((await api.db.order.findUnique({ where: { id: owing.orderId } }))?.needsAttention).toBe(true)
})

test('the list is by state and kind and by key; sagas that run and those that stand still are told apart', async () => {
  const { incidentId, sagaId } = await stoppedPayment({ kind: 'saga-held' })
  const list = async (input: object) =>
    incidentPageSchema.parse((await operator.query('admin.incident.list', input)).body.result?.data).incidents
  const open = await list({ kind: 'saga-held' })
  expect(open.map(row => row.id)).toEqual([incidentId])
  await api.db.saga.update({ where: { id: sagaId }, data: { status: 'UNDONE' } })
  await finance.mutate('admin.incident.resolve', { incidentId, reason: 'seen' })
  expect(await list({ kind: 'saga-held' })).toEqual([])
  expect((await list({ state: 'resolved', kind: 'saga-held' })).map(row => row.id)).toEqual([incidentId])
  for (const cursor of ['x', '\u0000', '2026-11-21T00:00:00.000Z'])
    expect((await operator.query('admin.incident.list', { cursor })).status).toBe(400)

  const sagas = async (state: string) =>
    sagaPageSchema
      .parse((await operator.query('admin.saga.list', { state })).body.result?.data)
      .sagas.map(row => row.id)
  const quiet = { status: 'RUNNING', endedAt: null, leaseUntil: new Date(Date.now() + 60_000) }
  await api.db.saga.update({ where: { id: sagaId }, data: quiet })
  expect(await sagas('running')).toContain(sagaId)
  expect(await sagas('stalled')).not.toContain(sagaId)
  await api.db.saga.update({ where: { id: sagaId }, data: { leaseUntil: new Date(Date.now() - 1000) } })
  expect(await sagas('stalled')).toContain(sagaId)
})
