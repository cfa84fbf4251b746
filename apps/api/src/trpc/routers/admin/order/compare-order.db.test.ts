import { createHttpCarrier } from '@makegood/adapters/carrier/http-carrier'
import { createStripePaymentGateway } from '@makegood/adapters/payment/stripe-payment-gateway'
import { newId } from '@makegood/core/ids'
import { money } from '@makegood/core/money/money'
import { type ComparisonLine, orderComparisonSchema } from '@makegood/core/order/comparison-views'
import type { PaymentGateway } from '@makegood/core/ports/payment-gateway'
import { type BroughtOrder, bringTestOrder } from '@makegood/db/testing/bring-test-order'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { useSandbox } from '../../../../../../../packages/adapters/test/use-sandbox.ts'
import { signInOperator } from '../../../../testing/sign-in-operator.ts'
import { startTestApi, type TestApi } from '../../../../testing/start-test-api.ts'

const { sandbox, controls } = useSandbox()
let api: TestApi
let gateway: PaymentGateway
let operator: Awaited<ReturnType<typeof signInOperator>>
beforeAll(async () => {
  const { url, secretKey, carrier } = sandbox()
  gateway = createStripePaymentGateway({ apiUrl: url, secretKey })
  api = await startTestApi({
    STRIPE_API_URL: url,
    STRIPE_SECRET_KEY: secretKey,
    CARRIER_API_URL: carrier.apiUrl,
    CARRIER_API_KEY: carrier.apiKey,
  })
  operator = await signInOperator(api, 'support')
})
afterAll(() => api.stop())

const total = money(28_000n, 'KRW')
const keyOf = (paymentId: string) => `pay-order:${paymentId}:charge-card`
/** Charges at the gateway as the shop does, under the key of this payment. */
const charge = async ({ orderId, paymentId }: { orderId: string; paymentId: string }): Promise<string> => {
  const answer = await gateway.charge({
    key: keyOf(paymentId),
    orderId,
    paymentId,
    amount: total,
    paymentMethod: 'pm_card_visa',
  })
  if (answer.outcome !== 'ok') throw new Error(JSON.stringify(answer))
  return answer.chargeRef
}
/** An order in preparation, whose charge the gateway has too. */
const paidOrder = async () => {
  const order = await bringTestOrder(api.db, 'PREPARING')
  const chargeRef = await charge(order)
  await api.db.payment.update({ where: { id: order.paymentId }, data: { chargeRef } })
  return { ...order, chargeRef }
}
/** The carrier has this order's parcel as the shop has it. */
const register = async (orderId: string): Promise<string> => {
  const { apiUrl, apiKey } = sandbox().carrier
  const { key } = await api.db.shipment.findFirstOrThrow({ where: { orderId } })
  const parcel = { kind: 'delivery', recipient: '김민아', phone: '010-1234-5678', postcode: '04524' } as const
  const address = { address1: '서울 중구 세종대로 110', address2: '', country: 'KR', note: '' }
  const asked = { key, orderId, parcel: { ...parcel, ...address }, items: 1 }
  const answer = await createHttpCarrier({ apiUrl, apiKey }).register(asked)
  if (answer.outcome !== 'ok') throw new Error(JSON.stringify(answer))
  return answer.shipmentRef
}
const compare = async ({ orderId }: Pick<BroughtOrder, 'orderId'>) =>
  orderComparisonSchema.parse((await operator.query('admin.order.compare', { orderId })).body.result?.data)
const of = <About extends ComparisonLine['about']>(lines: readonly ComparisonLine[], about: About) =>
  lines.filter((line): line is Extract<ComparisonLine, { about: About }> => line.about === about)

const findingsOf = async (order: { readonly orderId: string }) =>
  (await compare(order)).lines.map(({ about, verdict, finding }) => `${about} ${finding ?? verdict}`)

test('what gateway, carrier and ledger have as the shop does is the same, and asking writes nothing', async () => {
  const order = await paidOrder()
  const { orderId } = order
  await register(orderId)
  const read = async () =>
    JSON.stringify(
      await Promise.all([
        api.db.payment.findMany({ where: { orderId } }),
        api.db.order.findMany({ where: { id: orderId } }),
        api.db.outbox.count(),
        api.db.auditEntry.count(),
        api.db.reconciliationDifference.count(),
      ]),
      (_, value: unknown) => (typeof value === 'bigint' ? value.toString() : value),
    )
  const before = await read()
  const { lines, more } = await compare(order)
  expect(lines.map(({ about, verdict }) => `${about} ${verdict}`)).toEqual(['card same', 'parcel same', 'stock same'])
  expect(of(lines, 'card')).toMatchObject([{ theirs: { status: 'succeeded', taken: { amountMinor: '28000' } } }])
  expect(of(lines, 'stock')).toMatchObject([{ ours: { held: 0, sold: 1 }, theirs: { held: 0, sold: 1 } }])
  expect(more).toBe(false)
  expect(await read()).toBe(before)
})

test('a gateway and a carrier that are away are unknown, with what they said, and the ledger is compared all the same', async () => {
  const order = await paidOrder()
  await register(order.orderId)
  await controls().setFaults({ lookup: { mode: 'down' }, carrier: { mode: 'down' } })
  const { lines } = await compare(order)
  expect(lines).toMatchObject([
    { about: 'card', verdict: 'unknown', finding: 'not-answered', theirs: null, detail: expect.stringMatching(/./) },
    { about: 'parcel', verdict: 'unknown', finding: 'not-answered', theirs: null, detail: expect.stringMatching(/./) },
    { about: 'stock', verdict: 'same' },
  ])
})

test('a charge of an attempt that failed by the books is found at the gateway by its key', async () => {
  const order = await paidOrder()
  const payment = await api.db.payment.findUniqueOrThrow({ where: { id: order.paymentId } })
  const second = newId('payment', new Date())
  await api.db.payment.create({ data: { ...payment, id: second, attempt: 2, chargeRef: null, status: 'FAILED' } })
  await charge({ orderId: order.orderId, paymentId: second })
  expect(of((await compare(order)).lines, 'card')).toMatchObject([
    { attempt: 1, verdict: 'same' },
    {
      paymentId: second,
      finding: 'charged-not-in-books',
      ours: { kept: { amountMinor: '0' } },
      theirs: { kept: { amountMinor: '28000' } },
    },
  ])
})

test('money that came late and is known to be owed is in our record, until it went back at the gateway only', async () => {
  const order = await bringTestOrder(api.db, 'CANCELLED')
  const { orderId } = order
  const { paymentId } = await paidOrder()
  const payment = await api.db.payment.findUniqueOrThrow({ where: { id: paymentId } })
  const late = newId('payment', new Date())
  await api.db.payment.create({ data: { ...payment, id: late, orderId, chargeRef: null, status: 'FAILED' } })
  const chargeRef = await charge({ orderId, paymentId: late })
  const saga = { id: `settle-late-payment:${late}`, name: 'settle-late-payment', status: 'NEEDS_ATTENTION' }
  await api.db.saga.create({ data: { ...saga, orderId, correlationId: 'cor_late' } })
  expect(of((await compare(order)).lines, 'card')).toMatchObject([
    { verdict: 'same', ours: { kept: { amountMinor: '28000' } } },
  ])
  await gateway.refund({ key: `by-hand:${late}`, orderId, paymentId: late, chargeRef, amount: total })
  expect(await findingsOf(order)).toContain('card refunded-there-only')
})

test('money that went back at the gateway only, and a charge that it never had, are told apart', async () => {
  const order = await paidOrder()
  const { orderId, paymentId, chargeRef } = order
  const amount = money(1000n, 'KRW')
  await gateway.refund({ key: `by-hand:${paymentId}`, orderId, paymentId, chargeRef, amount })
  expect(of((await compare(order)).lines, 'card')).toMatchObject([
    {
      finding: 'refunded-there-only',
      ours: { kept: { amountMinor: '28000' } },
      theirs: { back: { amountMinor: '1000' } },
    },
  ])
  expect(await findingsOf(await bringTestOrder(api.db, 'PAID'))).toContain('card charge-missing')
})

test('while a refund is on its way its difference is called under way', async () => {
  const order = await paidOrder()
  const { orderId, paymentId, chargeRef } = order
  const amount = money(1000n, 'KRW')
  const data = { id: newId('refund', new Date()), orderId, paymentId, source: 'operator', sourceId: paymentId }
  await api.db.refund.create({ data: { ...data, leg: 'card', amountMinor: 1000n, currency: 'KRW', status: 'PLANNED' } })
  await gateway.refund({ key: `refund:${paymentId}`, orderId, paymentId, chargeRef, amount })
  expect(of((await compare(order)).lines, 'card')).toMatchObject([{ verdict: 'under-way', finding: 'moving' }])
})

test('a parcel that is further on at the carrier, or unknown there, and stock that the ledger counts otherwise are named', async () => {
  const order = await paidOrder()
  const { orderId } = order
  expect(await findingsOf(order)).toContain('parcel parcel-missing')
  await controls().moveShipment(await register(orderId), 'handed-over')
  expect(of((await compare(order)).lines, 'parcel')).toMatchObject([
    { finding: 'parcel-differs', ours: 'REGISTERED', theirs: 'HANDED_OVER' },
  ])
  await api.db.stockReservation.updateMany({ where: { orderId }, data: { status: 'HELD' } })
  expect(of((await compare(order)).lines, 'stock')).toMatchObject([
    { finding: 'stock-differs', ours: { held: 1, sold: 0 }, theirs: { held: 0, sold: 1 } },
  ])
})

test('a ledger that begins after the order is unknown, not a difference', async () => {
  const order = await paidOrder()
  const { orderId } = order
  await api.db.$executeRaw`alter table stock_change disable trigger stock_change_is_append_only`
  await api.db.stockChange.deleteMany({ where: { orderId } })
  await api.db.stockReservation.updateMany({ where: { orderId }, data: { createdAt: new Date(0) } })
  await api.db.$executeRaw`alter table stock_change enable trigger stock_change_is_append_only`
  expect(await findingsOf(order)).toContain('stock ledger-too-short')
})

test('an order that is not there is not found', async () => {
  const { status } = await operator.query('admin.order.compare', { orderId: newId('order', new Date()) })
  expect(status).toBe(404)
})
