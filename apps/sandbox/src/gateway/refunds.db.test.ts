import { afterAll, beforeAll, expect, test } from 'vitest'
import { chargeParams, refusalOf, startTestSandbox, type TestSandbox } from '../../test/start-test-sandbox.ts'

let sandbox: TestSandbox
beforeAll(async () => {
  sandbox = await startTestSandbox()
}, 20_000)
afterAll(async () => await sandbox?.stop())

const charged = async (orderId: string): Promise<string> =>
  String((await sandbox.stripe().paymentIntents.create(chargeParams(orderId))).latest_charge)

test('one key refunds once, however often and at once it is sent', async () => {
  const charge = await charged('refund-once')
  const send = () => sandbox.stripe().refunds.create({ charge, amount: 5000 }, { idempotencyKey: 'refund-once' })
  await Promise.allSettled([send(), send(), send()])
  const again = await send()
  expect(again.lastResponse.headers['idempotent-replayed']).toBe('true')
  expect(await sandbox.stripe().charges.retrieve(charge)).toMatchObject({ amount_refunded: 5000, refunded: false })
  expect(await sandbox.stripe().refunds.retrieve(again.id)).toMatchObject({ charge, amount: 5000, status: 'succeeded' })
})

test('a second full refund is charge_already_refunded', async () => {
  const charge = await charged('refund-full')
  await sandbox.stripe().refunds.create({ charge })
  expect(await refusalOf(sandbox.stripe().refunds.create({ charge }))).toMatchObject({
    statusCode: 400,
    code: 'charge_already_refunded',
  })
})

test('what is given back never exceeds what was taken, with ten at once', async () => {
  const charge = await charged('refund-race')
  const all = await Promise.allSettled(
    Array.from({ length: 10 }, () => sandbox.stripe().refunds.create({ charge, amount: 5000 })),
  )
  expect(all.filter(each => each.status === 'fulfilled')).toHaveLength(2)
  expect(await sandbox.stripe().charges.retrieve(charge)).toMatchObject({ amount_refunded: 10_000 })
  expect(await refusalOf(sandbox.stripe().refunds.create({ charge, amount: 2001 }))).toMatchObject({ param: 'amount' })
  await sandbox.stripe().refunds.create({ charge })
  expect(await sandbox.stripe().charges.retrieve(charge)).toMatchObject({ amount_refunded: 12_000, refunded: true })
})

test('a refusal is the first answer to its key and stays so', async () => {
  const charge = await charged('refund-refusal')
  const send = () =>
    refusalOf(sandbox.stripe().refunds.create({ charge, amount: 99_999 }, { idempotencyKey: 'refund-refusal' }))
  expect(await send()).toMatchObject({ param: 'amount' })
  expect((await send()).headers).toMatchObject({ 'idempotent-replayed': 'true' })
})

test('a charge that took nothing, or does not exist, cannot be refunded', async () => {
  const declined = await refusalOf(
    sandbox.stripe().paymentIntents.create(chargeParams('refund-none', 'pm_card_chargeDeclined')),
  )
  const charge = String(declined.charge)
  expect(await refusalOf(sandbox.stripe().refunds.create({ charge }))).toMatchObject({
    statusCode: 400,
    param: 'charge',
  })
  expect(await refusalOf(sandbox.stripe().refunds.create({ charge: 'ch_none' }))).toMatchObject({
    code: 'resource_missing',
  })
  expect(await refusalOf(sandbox.stripe().refunds.create({}))).toMatchObject({ statusCode: 400 })
})

test('a disputed charge cannot be refunded', async () => {
  const paid = await sandbox.stripe().paymentIntents.create(chargeParams('refund-disputed', 'pm_card_createDispute'))
  expect(await refusalOf(sandbox.stripe().refunds.create({ payment_intent: paid.id }))).toMatchObject({
    code: 'charge_disputed',
  })
})

test('an intent without a successful charge cannot be refunded, in Stripe’s words', async () => {
  const { id } = await sandbox.stripe().paymentIntents.create({ amount: 700, currency: 'krw' })
  expect((await refusalOf(sandbox.stripe().refunds.create({ payment_intent: id }))).message).toContain(
    'does not have a successful charge to refund',
  )
  expect(await refusalOf(sandbox.stripe().refunds.create({ payment_intent: 'pi_none' }))).toMatchObject({
    code: 'resource_missing',
  })
})

test('a refund that fails late gives its part back to the charge, once, also after a restart; others stay', async () => {
  const paid = await sandbox.stripe().paymentIntents.create(chargeParams('refund-late', 'pm_card_refundFail'))
  const refund = (amount: number) => sandbox.stripe().refunds.create({ payment_intent: paid.id, amount })
  const first = await refund(5000)
  expect(first.status).toBe('succeeded')
  await sandbox.restart()
  await expect
    .poll(async () => (await sandbox.stripe().refunds.retrieve(first.id)).status, { timeout: 5000 })
    .toBe('failed')
  expect(await sandbox.stripe().charges.retrieve(String(paid.latest_charge))).toMatchObject({ amount_refunded: 0 })
  const listed = await sandbox.stripe().refunds.list({ payment_intent: paid.id })
  expect(listed.data).toMatchObject([{ id: first.id, failure_reason: 'expired_or_canceled_card' }])
  await refund(12_000)
  expect(await refusalOf(refund(1))).toMatchObject({ code: 'charge_already_refunded' })
})

test('refunds are listed by charge and by intent, newest first, page by page', async () => {
  const paid = await sandbox.stripe().paymentIntents.create(chargeParams('refund-list'))
  const made: string[] = []
  for (const amount of [1000, 2000, 3000]) {
    made.unshift((await sandbox.stripe().refunds.create({ payment_intent: paid.id, amount })).id)
  }
  const page = await sandbox.stripe().refunds.list({ payment_intent: paid.id, limit: 2 })
  expect(page).toMatchObject({ has_more: true, data: [{ id: made[0] }, { id: made[1] }] })
  const rest = { charge: String(paid.latest_charge), starting_after: String(made[1]) }
  expect((await sandbox.stripe().refunds.list(rest)).data.map(each => each.id)).toEqual([made[2]])
})
