import { randomBytes } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { seedProductWithStock } from '../seed/scenarios/product-with-stock.ts'
import { createTestDatabase, type TestDatabase } from '../testing/create-test-database.ts'
import { addCartLine } from './add-cart-line.ts'
import { getCart } from './get-cart.ts'
import { removeCartLine } from './remove-cart-line.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database.drop())

const limits = { lineQuantityMax: 99, cartLinesMax: 50 }
const newGuest = () => ({ userId: null, visitorHash: randomBytes(32).toString('hex') })
const quantitiesOf = async (owner: ReturnType<typeof newGuest>) =>
  (await getCart(database.db, { owner, locale: 'ko' })).lines.map(line => line.quantity)

test("a removal takes the line out of the owner's cart only, and a second one changes nothing", async () => {
  const { db } = database
  const { variantId } = await seedProductWithStock(db, { units: 4 })
  const [mine, other] = [newGuest(), newGuest()]
  for (const owner of [mine, other]) await addCartLine(db, { owner, variantId, quantity: 2, limits })
  await removeCartLine(db, { owner: mine, variantId })
  await removeCartLine(db, { owner: mine, variantId })
  expect(await quantitiesOf(mine)).toEqual([])
  expect(await quantitiesOf(other)).toEqual([2])
})
