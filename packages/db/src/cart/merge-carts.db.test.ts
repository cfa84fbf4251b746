import { randomBytes } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { seedProductWithStock } from '../seed/scenarios/product-with-stock.ts'
import { createTestDatabase, type TestDatabase } from '../testing/create-test-database.ts'
import { addCartLine } from './add-cart-line.ts'
import { getCart } from './get-cart.ts'
import { mergeCarts } from './merge-carts.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database.drop())

const limits = { lineQuantityMax: 99, cartLinesMax: 50 }

const seedPeople = async () => {
  const id = randomBytes(8).toString('hex')
  await database.db.user.create({ data: { id, name: 'Mina', email: `${id}@example.com` } })
  const visitorHash = randomBytes(32).toString('hex')
  return { user: { userId: id, visitorHash }, guest: { userId: null, visitorHash }, userId: id, visitorHash }
}
const newVariant = async () => (await seedProductWithStock(database.db, { units: 9 })).variantId
const linesOf = async (owner: Parameters<typeof getCart>[1]['owner']) =>
  (await getCart(database.db, { owner, locale: 'ko' })).lines.map(line => [line.variantId, line.quantity])

test('four merges at once move the guest cart once: quantities are added, 99 at most, and the guest has none left', async () => {
  const { db } = database
  const { user, guest, userId, visitorHash } = await seedPeople()
  const [both, mine, brought] = [await newVariant(), await newVariant(), await newVariant()]
  await addCartLine(db, { owner: user, variantId: both, quantity: 60, limits })
  await addCartLine(db, { owner: user, variantId: mine, quantity: 1, limits })
  await addCartLine(db, { owner: guest, variantId: both, quantity: 60, limits })
  await addCartLine(db, { owner: guest, variantId: brought, quantity: 4, limits })
  const answers = await Promise.all(Array.from({ length: 4 }, () => mergeCarts(db, { userId, visitorHash, limits })))
  expect(answers.filter(answer => answer.merged)).toHaveLength(1)
  expect(new Map((await linesOf(user)).map(([id, quantity]) => [id, quantity]))).toEqual(
    new Map<unknown, unknown>([
      [both, 99],
      [mine, 1],
      [brought, 4],
    ]),
  )
  expect(await linesOf(guest)).toEqual([])
})

test('without a guest cart nothing is made, and without a cart of their own the user gets one', async () => {
  const { db } = database
  const { user, guest, userId, visitorHash } = await seedPeople()
  expect(await mergeCarts(db, { userId, visitorHash, limits })).toEqual({ merged: false })
  expect(await db.cart.count({ where: { userId } })).toBe(0)
  const variantId = await newVariant()
  await addCartLine(db, { owner: guest, variantId, quantity: 2, limits })
  expect(await mergeCarts(db, { userId, visitorHash, limits })).toEqual({ merged: true })
  expect(await linesOf(user)).toEqual([[variantId, 2]])
})

test('a merged cart keeps within the most lines; what the user had stays', async () => {
  const { db } = database
  const { user, guest, userId, visitorHash } = await seedPeople()
  const [own, first, second] = [await newVariant(), await newVariant(), await newVariant()]
  await addCartLine(db, { owner: user, variantId: own, quantity: 1, limits })
  for (const variantId of [first, second, own]) await addCartLine(db, { owner: guest, variantId, quantity: 1, limits })
  await mergeCarts(db, { userId, visitorHash, limits: { ...limits, cartLinesMax: 2 } })
  const merged = await linesOf(user)
  expect(merged).toHaveLength(2)
  expect(merged).toContainEqual([own, 2])
  expect(merged).toContainEqual([first, 1])
})

test('what the merged quantities come to beyond the stock is not cut away but said: the line tells how many there are', async () => {
  const { db } = database
  const { user, guest, userId, visitorHash } = await seedPeople()
  const { variantId } = await seedProductWithStock(db, { units: 3 })
  for (const owner of [user, guest]) await addCartLine(db, { owner, variantId, quantity: 2, limits })
  await mergeCarts(db, { userId, visitorHash, limits })
  expect((await getCart(db, { owner: user, locale: 'ko' })).lines).toMatchObject([{ quantity: 4, available: 3 }])
})
