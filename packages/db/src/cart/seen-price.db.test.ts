import { randomBytes } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { seedProductWithStock } from '../seed/scenarios/product-with-stock.ts'
import { createTestDatabase, type TestDatabase } from '../testing/create-test-database.ts'
import { acceptPrice } from './accept-price.ts'
import { addCartLine } from './add-cart-line.ts'
import { changeCartLine } from './change-cart-line.ts'
import { getCart } from './get-cart.ts'
import { mergeCarts } from './merge-carts.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database.drop())

const limits = { lineQuantityMax: 99, cartLinesMax: 50 }
const newGuest = () => ({ userId: null, visitorHash: randomBytes(32).toString('hex') })
const priceBeforeOf = async (owner: Parameters<typeof getCart>[1]['owner']) => {
  const [line] = (await getCart(database.db, { owner, locale: 'ko' })).lines
  return line?.priceBefore?.amountMinor ?? null
}
const setPrice = (id: string, priceMinor: bigint) => database.db.variant.update({ where: { id }, data: { priceMinor } })
/** A guest with one line, put in at 28,000, which costs something else now. */
const seedChanged = async (priceMinor: bigint) => {
  const { variantId } = await seedProductWithStock(database.db, { units: 9, priceMinor: 28_000n })
  const owner = newGuest()
  await addCartLine(database.db, { owner, variantId, quantity: 1, limits })
  expect(await priceBeforeOf(owner), 'nothing has changed yet').toBeNull()
  await setPrice(variantId, priceMinor)
  return { owner, variantId }
}

test('a price that changed again since it was shown, and one in a foreign cart, are not taken note of', async () => {
  const { owner, variantId } = await seedChanged(31_000n)
  await setPrice(variantId, 35_000n)
  await acceptPrice(database.db, { owner, variantId, priceMinor: 31_000n })
  expect(await priceBeforeOf(owner)).toBe('28000')
  await acceptPrice(database.db, { owner: newGuest(), variantId, priceMinor: 35_000n })
  expect(await priceBeforeOf(owner)).toBe('28000')
  await acceptPrice(database.db, { owner, variantId, priceMinor: 35_000n })
  expect(await priceBeforeOf(owner)).toBeNull()
})

test('a changed price is said until its shopper changes the quantity, adds more, or it is back at what they saw', async () => {
  const { db } = database
  const changed = await seedChanged(31_000n)
  expect(await priceBeforeOf(changed.owner)).toBe('28000')
  await changeCartLine(db, { ...changed, quantity: 2, limits })
  expect(await priceBeforeOf(changed.owner)).toBeNull()

  const added = await seedChanged(25_000n)
  await addCartLine(db, { ...added, quantity: 1, limits })
  expect(await priceBeforeOf(added.owner)).toBeNull()

  const back = await seedChanged(25_000n)
  await setPrice(back.variantId, 28_000n)
  expect(await priceBeforeOf(back.owner)).toBeNull()
})

test('a line from before prices were remembered says nothing of one', async () => {
  const { owner } = await seedChanged(31_000n)
  await database.db.cartLine.updateMany({ data: { seenPriceMinor: null } })
  expect(await priceBeforeOf(owner)).toBeNull()
})

test('at sign-in the seen price comes along: what changed since is still said, also where both carts had it', async () => {
  const { db } = database
  const alone = await seedChanged(31_000n)
  const userId = randomBytes(8).toString('hex')
  await db.user.create({ data: { id: userId, name: 'Mina', email: `${userId}@example.com` } })
  await mergeCarts(db, { userId, visitorHash: alone.owner.visitorHash, limits })
  const user = { userId, visitorHash: alone.owner.visitorHash }
  expect(await priceBeforeOf(user)).toBe('28000')

  const guest = newGuest()
  await addCartLine(db, { owner: guest, variantId: alone.variantId, quantity: 2, limits })
  await mergeCarts(db, { userId, visitorHash: guest.visitorHash, limits })
  expect(await priceBeforeOf(user), 'the account’s own line has not been looked at since').toBe('28000')
})
