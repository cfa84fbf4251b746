import { randomBytes } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { seedProductWithStock } from '../seed/scenarios/product-with-stock.ts'
import { createTestDatabase, type TestDatabase } from '../testing/create-test-database.ts'
import { addCartLine } from './add-cart-line.ts'
import { changeCartLine } from './change-cart-line.ts'
import { getCart } from './get-cart.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database.drop())

const limits = { lineQuantityMax: 99, cartLinesMax: 50 }
const newGuest = () => ({ userId: null, visitorHash: randomBytes(32).toString('hex') })
const quantitiesOf = async (owner: ReturnType<typeof newGuest>) =>
  (await getCart(database.db, { owner, locale: 'ko' })).lines.map(line => line.quantity)

test("a change sets the quantity in the owner's cart and in no other; a line that is not there is refused", async () => {
  const { db } = database
  const { variantId } = await seedProductWithStock(db, { units: 4 })
  const [mine, other] = [newGuest(), newGuest()]
  for (const owner of [mine, other]) await addCartLine(db, { owner, variantId, quantity: 2, limits })
  await changeCartLine(db, { owner: mine, variantId, quantity: 7, limits })
  expect(await quantitiesOf(mine)).toEqual([7])
  expect(await quantitiesOf(other)).toEqual([2])
  const stranger = changeCartLine(db, { owner: newGuest(), variantId, quantity: 1, limits })
  await expect(stranger).rejects.toMatchObject({ code: 'not-found' })
  await changeCartLine(db, { owner: mine, variantId, quantity: 500, limits })
  expect(await quantitiesOf(mine)).toEqual([99])
})
