import { newId } from '@makegood/core/ids'
import { seedProductWithStock } from '@makegood/db/seed/scenarios/product-with-stock'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startTestApi, type TestApi } from './testing/start-test-api.ts'
import { createTestBrowser, type TestBrowser, testAddress } from './testing/test-browser.ts'

let api: TestApi
let browser: TestBrowser
let variantId: string
beforeAll(async () => {
  api = await startTestApi()
  variantId = (await seedProductWithStock(api.db, { units: 5, priceMinor: 28_000n })).variantId
  browser = createTestBrowser(api)
  await browser.mutate('store.cart.addLine', { locale: 'ko', variantId, quantity: 2 })
})
afterAll(() => api.stop())

/** Everything a request could have changed, in one value to compare. */
const readShop = async () => ({
  carts: await api.db.cart
    .findMany({ include: { lines: true }, orderBy: { id: 'asc' } })
    .then(carts => carts.map(({ id, lines }) => ({ id, lines }))),
  orders: await api.db.order.count(),
  outbox: await api.db.outbox.count(),
  stock: await api.db.stock.findMany(),
  users: await api.db.user.count(),
})

const line = (quantity: unknown, extra: object = {}) => ({ locale: 'ko', variantId, quantity, ...extra })
const order = (extra: object = {}) => ({
  orderId: newId('order', new Date()),
  expectedTotalMinor: '56000',
  email: 'mina@example.com',
  address: testAddress,
  locale: 'ko',
  ...extra,
})
const deep = `${'{"a":'.repeat(20_000)}1${'}'.repeat(20_000)}`
const deepList = `${'['.repeat(100_000)}${']'.repeat(100_000)}`
const add = 'store.cart.addLine'
const place = 'store.order.place'

test.each<[string, string, () => unknown, number, string]>([
  ['quantity 0', add, () => line(0), 400, 'quantity: too_small'],
  ['quantity -1', add, () => line(-1), 400, 'quantity: too_small'],
  ['quantity 1.5', add, () => line(1.5), 400, 'quantity: invalid_type'],
  ['quantity 1e9', add, () => line(1e9), 400, 'quantity: too_big'],
  ['quantity 2^31', add, () => line(2 ** 31), 400, 'quantity: too_big'],
  ['quantity "1e3"', add, () => line('1e3'), 400, 'quantity: invalid_type'],
  ['no quantity', add, () => line(undefined), 400, 'quantity: invalid_type'],
  ['an unknown variant', add, () => line(1, { variantId: newId('variant', new Date()) }), 404, ''],
  ['a variant id that is none', add, () => line(1, { variantId: "x' or 1=1 --" }), 400, 'variantId: invalid_format'],
  ["someone else's cart", add, () => line(1, { cartId: newId('cart', new Date()) }), 400, 'input: unrecognized_keys'],
  ['a price', add, () => line(1, { unitPrice: '1' }), 400, 'input: unrecognized_keys'],
  [
    '__proto__',
    add,
    () => `{"locale":"ko","variantId":"${variantId}","quantity":1,"__proto__":{"admin":true}}`,
    400,
    'input: unrecognized_keys',
  ],
  [
    'a total of the wrong kind',
    place,
    () => order({ expectedTotalMinor: '-1' }),
    400,
    'expectedTotalMinor: invalid_format',
  ],
  ['a lower total', place, () => order({ expectedTotalMinor: '1' }), 409, ''],
  ['a price with the order', place, () => order({ total: '1', discount: '55999' }), 400, 'input: unrecognized_keys'],
  [
    '10,000 characters in a name',
    place,
    () => order({ address: { ...testAddress, recipient: 'x'.repeat(10_000) } }),
    400,
    'address.recipient: too_big',
  ],
  [
    'a control character in a name',
    place,
    () => order({ address: { ...testAddress, recipient: 'a\u0000b' } }),
    400,
    'address.recipient: invalid_format',
  ],
  ['an order id of its own making', place, () => order({ orderId: '1' }), 400, 'orderId: invalid_format'],
  ['broken JSON', add, () => '{"locale":', 400, ''],
  ['a number for a body', add, () => '7', 400, 'input: invalid_type'],
  ['nothing', add, () => '', 400, ''],
  ['deep JSON', add, () => deep, 400, ''],
  ['a deep list', add, () => deepList, 400, ''],
  ['a body of 10 MB', add, () => line(1, { locale: 'x'.repeat(10 * 1024 * 1024) }), 413, ''],
  ['a page of 10^9', 'store.catalogue.list?', () => ({ locale: 'ko', page: 1e9 }), 400, 'page: too_big'],
  [
    'an odd sort',
    'store.catalogue.list?',
    () => ({ locale: 'ko', sort: 'price; drop table' }),
    400,
    'sort: invalid_value',
  ],
])('%s is refused in words, changes nothing and is no 500', async (_name, procedure, makeInput, status, field) => {
  const before = await readShop()
  const input = makeInput()
  const answer = procedure.endsWith('?')
    ? await browser.query(procedure.slice(0, -1), input)
    : await browser.mutate(procedure, input)
  expect(answer.status).toBe(status)
  const { data } = answer.body.error ?? {}
  expect(data?.shopCode).toBe(status === 404 ? 'not-found' : status === 409 ? 'total-changed' : 'invalid-input')
  if (field) expect(data?.details?.fields).toContain(field)
  if (status === 409) expect(data?.details).toEqual({ totalMinor: '56000' })
  expect(data?.requestId).toMatch(/^cor_/)
  expect(JSON.stringify(answer.body)).not.toMatch(/drop table|xxxx|or 1=1|\.ts:|\bat /)
  expect(await readShop()).toEqual(before)
})

test.each(['%', '%%%', '{', '"\\u0000"', '[]', 'null'])('the query input %j is refused without a 500', async raw => {
  const answer = await browser.request(`/trpc/store.catalogue.list?input=${raw}`)
  expect(answer.status).toBe(400)
  expect(answer.body.error?.data?.shopCode).toBe('invalid-input')
})

test.each([
  'text/plain',
  'multipart/form-data; boundary=x',
  'application/x-www-form-urlencoded',
  'application/octet-stream',
])('a body of type %s is refused', async type => {
  const answer = await browser.mutate(add, JSON.stringify(line(1)), { 'content-type': type })
  expect(answer.status).toBe(415)
  expect(answer.body.error?.data?.shopCode).toBe('invalid-input')
})

test('a batch of eleven and one of a thousand calls are refused whole; ten are served', async () => {
  const input = (count: number) =>
    encodeURIComponent(
      JSON.stringify(Object.fromEntries(Array.from({ length: count }, (_, i) => [i, { locale: 'ko' }]))),
    )
  const batch = (count: number) =>
    browser.request(`/trpc/${Array(count).fill('store.cart.get').join(',')}?batch=1&input=${input(count)}`)
  expect((await batch(10)).status).toBe(200)
  expect((await batch(11)).status).toBe(400)
  expect((await batch(1000)).status).toBe(400)
})

test('an unknown procedure, an unknown path and a wrong method are told apart without a stack', async () => {
  expect((await browser.query('store.none.such')).status).toBe(404)
  expect((await browser.request('/nothing/here')).status).toBe(404)
  expect((await browser.query('store.cart.addLine', line(1))).status).toBe(405)
  expect((await browser.mutate('store.cart.get', { locale: 'ko' })).status).toBe(405)
})

test('after all this the process still serves', async () => {
  expect((await browser.query('store.catalogue.list', { locale: 'ko' })).status).toBe(200)
  expect(api.logged()).not.toContain('"level":50')
})
