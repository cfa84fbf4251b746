import { randomInt } from 'node:crypto'
import { seedProductWithStock } from '@makegood/db/seed/scenarios/product-with-stock'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startTestApi, type TestApi } from '../../../../testing/start-test-api.ts'
import { createTestBrowser, placeTestOrder, type TestBrowser } from '../../../../testing/test-browser.ts'

let api: TestApi
let variantId: string
beforeAll(async () => {
  api = await startTestApi({ RATE_LIMIT_MAIL_LINK_PER_HOUR: '8' })
  variantId = (await seedProductWithStock(api.db, { units: 50 })).variantId
})
afterAll(() => api.stop())

// Tries are counted by number for an hour, so each run has numbers of its own.
const newNumber = () => String(randomInt(10_000_000, 2_000_000_000))

const place = async () => {
  const { orderId } = await placeTestOrder(createTestBrowser(api), variantId)
  const number = newNumber()
  await api.db.order.update({ where: { id: orderId }, data: { number: BigInt(number) } })
  return { orderId, number }
}
const find = (browser: TestBrowser, number: string, contact: string) =>
  browser.mutate('store.order.find', { number, contact, locale: 'ko' })
const asked = (orderId: string) =>
  api.db.outbox.count({ where: { name: 'order/link.requested', payload: { path: ['orderId'], equals: orderId } } })

test('a wrong number, a wrong contact and a right look-up are answered alike, and only the right one sends something', async () => {
  const { orderId, number } = await place()
  const wrong = [
    await find(createTestBrowser(api), newNumber(), 'mina@example.com'),
    await find(createTestBrowser(api), number, 'else@example.com'),
    await find(createTestBrowser(api), number, '010-0000-0000'),
  ]
  expect(await asked(orderId)).toBe(0)
  const right = await find(createTestBrowser(api), number, 'mina@example.com')
  for (const answer of wrong) expect([answer.status, answer.body]).toEqual([right.status, right.body])
  expect(right.body).toEqual({ result: { data: { taken: true } } })
  expect(await asked(orderId)).toBe(1)
})

test('number and contact are known however they are typed', async () => {
  const { orderId, number } = await place()
  for (const [typed, contact] of [
    [` #${number} `, 'MINA@Example.com'],
    [number, '+82 10 1234 5678'],
    [number, '01012345678'],
  ] as const)
    await find(createTestBrowser(api), typed, contact)
  expect(await asked(orderId)).toBe(3)
})

test('guesses from one address, and guesses at one order, end in 429 whether or not there is such an order', async () => {
  const guesser = createTestBrowser(api)
  const statuses = []
  for (let i = 0; i < 10; i += 1) statuses.push((await find(guesser, newNumber(), 'a@example.com')).status)
  expect(statuses).toEqual([...Array(8).fill(200), 429, 429])
  const { number } = await place()
  for (const target of [number, newNumber()]) {
    const many = []
    for (let i = 0; i < 9; i += 1) many.push((await find(createTestBrowser(api), target, 'b@example.com')).status)
    expect(many.at(-1)).toBe(429)
  }
})

test.each(['', 'abc', '1'.repeat(16), '１２a'.repeat(20)])(
  'what is no number (%s) is refused by its field',
  async number => {
    const answer = await find(createTestBrowser(api), number, 'mina@example.com')
    expect(answer.body.error?.data?.shopCode).toBe('invalid-input')
  },
)
