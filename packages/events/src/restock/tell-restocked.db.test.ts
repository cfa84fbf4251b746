import { randomBytes } from 'node:crypto'
import { messageSchemas } from '@makegood/core/messages/message-data'
import { setPreference } from '@makegood/db/notification/preferences'
import { requestRestock } from '@makegood/db/restock/request-restock'
import { seedProductWithStock } from '@makegood/db/seed/scenarios/product-with-stock'
import { createTestDatabase } from '@makegood/db/testing/create-test-database'
import { createTestShopper } from '@makegood/db/testing/create-test-shopper'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { tellRestocked } from './tell-restocked.ts'

let database: Awaited<ReturnType<typeof createTestDatabase>>
const webUrl = 'http://shop.test'
beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database.drop())
beforeEach(async () => {
  await database.db.restockRequest.deleteMany()
  await database.db.notification.deleteMany()
})

const tell = (batch?: number) => tellRestocked({ db: database.db, webUrl }, batch)
const messages = () => database.db.notification.findMany({ orderBy: { id: 'asc' } })
const open = () => database.db.restockRequest.count({ where: { notifiedAt: null } })
const restock = (variantId: string, units = 3) =>
  database.db.stock.update({ where: { variantId }, data: { available: units, received: units } })
const newEmail = () => `${randomBytes(6).toString('hex')}@example.com`
const seedWaiting = async (people: number, locale: 'ko' | 'en' = 'ko') => {
  const product = await seedProductWithStock(database.db, { units: 0, priceMinor: 32_000n })
  for (let n = 0; n < people; n += 1)
    await requestRestock(database.db, { variantId: product.variantId, userId: null, email: newEmail(), locale })
  return product
}

test('while it is sold out, and while it is not sold at all, nobody is told and everybody goes on waiting', async () => {
  const { db } = database
  await seedWaiting(1)
  const draft = await seedWaiting(1)
  await db.product.update({ where: { id: draft.productId }, data: { published: false } })
  await restock(draft.variantId)
  const retired = await seedWaiting(1)
  await db.variant.update({ where: { id: retired.variantId }, data: { active: false } })
  await restock(retired.variantId)
  expect(await tell()).toEqual({ told: 0, more: false })
  expect(await open()).toBe(3)
  expect(await messages()).toEqual([])
})

test('where the message cannot be written the request stays open, and is told the next time', async () => {
  const { variantId } = await seedWaiting(1)
  await restock(variantId)
  await database.db
    .$executeRaw`alter table notification add constraint test_refuses check (template <> 'back-in-stock')`
  await expect(tell()).rejects.toThrow('test_refuses')
  expect(await open()).toBe(1)
  await database.db.$executeRaw`alter table notification drop constraint test_refuses`
  expect(await tell()).toMatchObject({ told: 1 })
  expect(await messages()).toHaveLength(1)
})

test('four tellers at once tell each of thirty once, in batches, and a second time nobody', async () => {
  const { variantId } = await seedWaiting(30)
  await restock(variantId)
  const rounds = await Promise.all([tell(7), tell(7), tell(7), tell(7)])
  expect(rounds.reduce((sum, round) => sum + round.told, 0)).toBe(28)
  expect(rounds.every(round => round.more)).toBe(true)
  expect(await tell()).toEqual({ told: 2, more: false })
  expect(await tell()).toEqual({ told: 0, more: false })
  const told = await messages()
  expect(told).toHaveLength(30)
  expect(new Set(told.map(message => message.recipient)).size).toBe(30)
  expect(await open()).toBe(0)
})

test('a guest is told in their own language what it is, what it costs now and where it is', async () => {
  const { variantId, slug } = await seedWaiting(1, 'en')
  await restock(variantId)
  await database.db.variant.update({ where: { id: variantId }, data: { priceMinor: 35_000n } })
  await tell()
  const [message] = await messages()
  expect(message).toMatchObject({ template: 'back-in-stock', channel: 'email', status: 'PENDING', orderId: null })
  const data = messageSchemas['back-in-stock'].parse(message?.data)
  expect(data).toEqual({
    name: '',
    product: `Bowl ${slug}`,
    option: 'One size',
    price: { amountMinor: '35000', currency: 'KRW' },
    left: 3,
    productUrl: `http://shop.test/en/products/${slug}?option=${variantId}`,
  })
})

test('a shopper who switched such mails off gets none; one who chose nothing gets it at the address of today', async () => {
  const { db } = database
  const { variantId } = await seedProductWithStock(db, { units: 0 })
  const [quiet, other] = [await createTestShopper(db), await createTestShopper(db)]
  for (const userId of [quiet, other])
    await requestRestock(db, { variantId, userId, email: `${userId}@example.com`, locale: 'ko' })
  await setPreference(db, { userId: quiet, channel: 'email', topic: 'restock', wanted: false })
  await db.user.update({ where: { id: other }, data: { email: 'moved@example.com' } })
  await restock(variantId)
  await tell()
  const told = new Map((await messages()).map(message => [message.userId, message]))
  expect(told.get(quiet)).toMatchObject({ status: 'SKIPPED', lastError: 'not wanted' })
  expect(told.get(other)).toMatchObject({ status: 'PENDING', recipient: 'moved@example.com' })
  expect(await open()).toBe(0)
})
