import { randomBytes } from 'node:crypto'
import { newId } from '@makegood/core/ids'
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

const limits = { lineQuantityMax: 99, cartLinesMax: 3 }
const newGuest = () => ({ userId: null, visitorHash: randomBytes(32).toString('hex') })

test('parallel additions of a new guest make one cart, count every unit, and stop at the most a line may hold', async () => {
  const { db } = database
  const { variantId } = await seedProductWithStock(db, { units: 5 })
  const owner = newGuest()
  await Promise.all(Array.from({ length: 8 }, () => addCartLine(db, { owner, variantId, quantity: 3, limits })))
  expect((await getCart(db, { owner, locale: 'ko' })).lines).toMatchObject([{ variantId, quantity: 24 }])
  expect(await db.cart.count({ where: { visitorHash: owner.visitorHash } })).toBe(1)
  await addCartLine(db, { owner, variantId, quantity: 90, limits })
  expect((await getCart(db, { owner, locale: 'ko' })).count).toBe(99)
})

test('an unknown, a retired and an unpublished variant are refused, and no cart is made for them', async () => {
  const { db } = database
  const retired = await seedProductWithStock(db, { units: 5 })
  await db.variant.update({ where: { id: retired.variantId }, data: { active: false } })
  const draft = await seedProductWithStock(db, { units: 5 })
  await db.product.update({ where: { id: draft.productId }, data: { published: false } })
  const owner = newGuest()
  for (const variantId of [newId('variant', new Date()), retired.variantId, draft.variantId])
    await expect(addCartLine(db, { owner, variantId, quantity: 1, limits })).rejects.toMatchObject({
      code: 'not-found',
    })
  expect(await db.cart.count({ where: { visitorHash: owner.visitorHash } })).toBe(0)
})

test('a full cart refuses another variant and still takes more of those it has', async () => {
  const { db } = database
  const owner = newGuest()
  const variants = []
  for (let i = 0; i < 4; i += 1) variants.push((await seedProductWithStock(db, { units: 5 })).variantId)
  const [a = '', b = '', c = '', d = ''] = variants
  for (const variantId of [a, b, c]) await addCartLine(db, { owner, variantId, quantity: 1, limits })
  await expect(addCartLine(db, { owner, variantId: d, quantity: 1, limits })).rejects.toMatchObject({
    code: 'invalid-input',
    details: { reason: 'cart-full', linesMax: 3 },
  })
  await addCartLine(db, { owner, variantId: c, quantity: 1, limits })
  expect((await getCart(db, { owner, locale: 'ko' })).count).toBe(4)
})

test('nobody is not an owner', async () => {
  const request = { owner: { userId: null, visitorHash: '' }, variantId: 'var_x', quantity: 1, limits }
  await expect(addCartLine(database.db, request)).rejects.toThrow('owner')
})

test('a line that was taken out comes back to its place; one of a time to come stands last, not above what follows', async () => {
  const { db } = database
  const owner = newGuest()
  const [first, second, third] = [
    (await seedProductWithStock(db, { units: 5 })).variantId,
    (await seedProductWithStock(db, { units: 5 })).variantId,
    (await seedProductWithStock(db, { units: 5 })).variantId,
  ]
  const order = async () => (await getCart(db, { owner, locale: 'ko' })).lines.map(line => line.variantId)
  for (const variantId of [first, second]) await addCartLine(db, { owner, variantId, quantity: 1, limits })
  const [line] = (await getCart(db, { owner, locale: 'ko' })).lines
  await removeCartLine(db, { owner, variantId: first })
  await addCartLine(db, { owner, variantId: first, quantity: 1, addedAt: new Date(line?.addedAt ?? ''), limits })
  expect(await order()).toEqual([first, second])

  await removeCartLine(db, { owner, variantId: first })
  const tomorrow = new Date(Date.now() + 86_400_000)
  await addCartLine(db, { owner, variantId: first, quantity: 1, addedAt: tomorrow, limits })
  await addCartLine(db, { owner, variantId: third, quantity: 1, limits })
  expect(await order()).toEqual([second, first, third])
})
