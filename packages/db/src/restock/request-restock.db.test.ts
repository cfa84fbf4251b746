import { newId } from '@makegood/core/ids'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { seedProductWithStock } from '../seed/scenarios/product-with-stock.ts'
import { createTestDatabase, type TestDatabase } from '../testing/create-test-database.ts'
import { requestRestock } from './request-restock.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database.drop())

const guest = { userId: null, email: 'mina@example.com', locale: 'ko' } as const

test('an unknown, a retired, an unpublished and a mended variant are refused, and nothing is kept for them', async () => {
  const { db } = database
  const retired = await seedProductWithStock(db, { units: 0 })
  await db.variant.update({ where: { id: retired.variantId }, data: { active: false } })
  const draft = await seedProductWithStock(db, { units: 0 })
  await db.product.update({ where: { id: draft.productId }, data: { published: false } })
  const mended = await seedProductWithStock(db, { units: 0 })
  await db.product.update({ where: { id: mended.productId }, data: { mended: true } })
  for (const variantId of [newId('variant', new Date()), retired.variantId, draft.variantId, mended.variantId])
    await expect(requestRestock(db, { ...guest, variantId })).rejects.toMatchObject({ code: 'not-found' })
  expect(await db.restockRequest.count()).toBe(0)
})

test('eight requests at once of one address are one, and another once it was told', async () => {
  const { db } = database
  const { variantId } = await seedProductWithStock(db, { units: 0 })
  const ask = () => requestRestock(db, { ...guest, variantId })
  await Promise.all(Array.from({ length: 8 }, ask))
  expect(await db.restockRequest.count({ where: { variantId } })).toBe(1)
  await db.restockRequest.updateMany({ where: { variantId }, data: { notifiedAt: new Date() } })
  await ask()
  expect(await db.restockRequest.count({ where: { variantId } })).toBe(2)
})

test('one address waits for fifty things at most; what is beyond is not kept and not told apart', async () => {
  const { db } = database
  const email = 'many@example.com'
  const waiting = async () => await db.restockRequest.count({ where: { email } })
  const variants = []
  for (let n = 0; n < 52; n += 1) variants.push((await seedProductWithStock(db, { units: 0 })).variantId)
  for (const variantId of variants) await requestRestock(db, { ...guest, email, variantId })
  expect(await waiting()).toBe(50)
})
