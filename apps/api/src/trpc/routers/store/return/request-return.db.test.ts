import { newId } from '@makegood/core/ids'
import { seedProductWithStock } from '@makegood/db/seed/scenarios/product-with-stock'
import { confirmTestOrder } from '@makegood/db/testing/confirm-test-order'
import { shipTestOrder } from '@makegood/db/testing/ship-test-order'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startTestApi, type TestApi } from '../../../../testing/start-test-api.ts'
import { createTestBrowser, type TestBrowser } from '../../../../testing/test-browser.ts'

let api: TestApi
let browser: TestBrowser
let userId: string
let variantId: string
beforeAll(async () => {
  api = await startTestApi()
  browser = createTestBrowser(api)
  userId = (await browser.signUp()).userId
  variantId = (await seedProductWithStock(api.db, { units: 50 })).variantId
})
afterAll(() => api.stop())

const deliveredOrder = async () => {
  const { orderId } = await confirmTestOrder(api.db, { userId, lines: [{ variantId, quantity: 3 }] })
  await shipTestOrder(api.db, orderId, 'delivered')
  return orderId
}
const requestOf = (orderId: string, changed: object = {}) => ({
  orderId,
  returnId: newId('return', new Date()),
  reason: 'arrived-broken',
  note: 'in two',
  lines: [{ variantId, quantity: 2 }],
  ...changed,
})
const ask = (input: object) => browser.mutate('store.return.request', input)
const countReturns = (orderId: string) => api.db.returnRequest.count({ where: { orderId } })

test('two of three go back: asked once, at what they cost, however often it is sent', async () => {
  const orderId = await deliveredOrder()
  const input = requestOf(orderId)
  const answers = await Promise.all(Array.from({ length: 4 }, () => ask(input)))
  expect(answers.map(answer => answer.status)).toEqual([200, 200, 200, 200])
  expect(await api.db.returnRequest.findMany({ where: { orderId }, include: { lines: true } })).toMatchObject([
    { id: input.returnId, status: 'REQUESTED', whole: false, refundMinor: 56_000n, lines: [{ quantity: 2 }] },
  ])
  expect((await ask(requestOf(orderId))).body.error?.data?.shopCode).toBe('return-not-possible')
})

test.each<[string, object]>([
  ['a reason of its own making', { reason: 'because' }],
  ['no lines', { lines: [] }],
  ['nothing of a line', { lines: [{ variantId: 'v', quantity: 0 }] }],
  ['a refund that it would like', { refundMinor: '1000000' }],
  ['a control character', { note: 'a\u0000b' }],
  ['a note without end', { note: 'x'.repeat(501) }],
])('%s is refused as input', async (_name, changed) => {
  const orderId = await deliveredOrder()
  expect((await ask(requestOf(orderId, changed))).body.error?.data?.shopCode).toBe('invalid-input')
  expect(await countReturns(orderId)).toBe(0)
})

test('one variant named twice, more than was bought, and what was never bought are refused, and nothing is written', async () => {
  const orderId = await deliveredOrder()
  const twice = [1, 2].map(() => ({ variantId, quantity: 2 }))
  expect((await ask(requestOf(orderId, { lines: twice }))).body.error?.data?.shopCode).toBe('invalid-input')
  for (const lines of [[{ variantId, quantity: 4 }], [{ variantId: newId('variant', new Date()), quantity: 1 }]])
    expect((await ask(requestOf(orderId, { lines }))).body.error?.data?.shopCode).toBe('return-not-possible')
  expect(await countReturns(orderId)).toBe(0)
  expect(await api.db.orderLine.findFirst({ where: { orderId } })).toMatchObject({ returnQuantity: 0 })
})

test('what has not been dispatched is cancelled, not returned', async () => {
  const { orderId } = await confirmTestOrder(api.db, { userId, lines: [{ variantId, quantity: 3 }] })
  const answer = await ask(requestOf(orderId))
  expect(answer.body.error?.data).toMatchObject({ shopCode: 'return-not-possible', details: { status: 'CONFIRMED' } })
})
