import { randomBytes } from 'node:crypto'
import { cartViewSchema } from '@makegood/core/cart/views'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { seedProductWithStock } from '../seed/scenarios/product-with-stock.ts'
import { createTestDatabase, type TestDatabase } from '../testing/create-test-database.ts'
import { addCartLine } from './add-cart-line.ts'
import { emptyCart, getCart } from './get-cart.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database.drop())

const limits = { lineQuantityMax: 99, cartLinesMax: 50 }
const newGuest = () => ({ userId: null, visitorHash: randomBytes(32).toString('hex') })

test("a cart has the prices of this moment and exact sums, and is only ever its owner's", async () => {
  const { db } = database
  const cup = await seedProductWithStock(db, { units: 4, priceMinor: 12_000n })
  const jar = await seedProductWithStock(db, { units: 1, priceMinor: 90_000n })
  const owner = newGuest()
  await addCartLine(db, { owner, variantId: cup.variantId, quantity: 3, limits })
  await addCartLine(db, { owner, variantId: jar.variantId, quantity: 1, limits })
  await db.variant.update({ where: { id: cup.variantId }, data: { priceMinor: 13_000n } })

  const cart = await getCart(db, { owner, locale: 'en' })
  expect(cartViewSchema.parse(cart)).toEqual(cart)
  expect(cart).toMatchObject({
    count: 4,
    total: { amountMinor: '129000', currency: 'KRW' },
    lines: [
      {
        variantId: cup.variantId,
        name: `Bowl ${cup.slug}`,
        quantity: 3,
        lineTotal: { amountMinor: '39000' },
        available: 4,
        onSale: true,
        priceBefore: { amountMinor: '12000' },
      },
      { variantId: jar.variantId, productSlug: jar.slug, lineTotal: { amountMinor: '90000' } },
    ],
  })
  expect(await getCart(db, { owner: newGuest(), locale: 'en' })).toEqual(emptyCart)
})

test('a variant that is no longer sold stays in sight with nothing available', async () => {
  const { db } = database
  const { variantId } = await seedProductWithStock(db, { units: 4 })
  const owner = newGuest()
  await addCartLine(db, { owner, variantId, quantity: 1, limits })
  await db.variant.update({ where: { id: variantId }, data: { active: false } })
  expect((await getCart(db, { owner, locale: 'ko' })).lines).toMatchObject([{ variantId, available: 0, onSale: false }])
})

test('only what can be bought counts in the money: nothing of what is sold out, and what is left of what is short', async () => {
  const { db } = database
  const plenty = await seedProductWithStock(db, { units: 4, priceMinor: 10_000n })
  const short = await seedProductWithStock(db, { units: 3, priceMinor: 1_000n })
  const gone = await seedProductWithStock(db, { units: 2, priceMinor: 50_000n })
  const owner = newGuest()
  for (const { variantId } of [plenty, short, gone]) await addCartLine(db, { owner, variantId, quantity: 2, limits })
  await db.stock.update({ where: { variantId: short.variantId }, data: { available: 1, received: 1 } })
  await db.stock.update({ where: { variantId: gone.variantId }, data: { available: 0, received: 0 } })
  await db.product.update({ where: { id: gone.productId }, data: { mended: true } })

  expect(await getCart(db, { owner, locale: 'en' })).toMatchObject({
    count: 6,
    total: { amountMinor: '21000' },
    lines: [
      { quantity: 2, lineTotal: { amountMinor: '20000' }, mended: false },
      { quantity: 2, lineTotal: { amountMinor: '1000' }, available: 1 },
      { quantity: 2, lineTotal: { amountMinor: '0' }, available: 0, mended: true },
    ],
  })
})
