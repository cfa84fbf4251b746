import { idSchema } from '@makegood/core/id-schema'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { checkInvariants } from '../../invariants/check-invariants.ts'
import { createTestDatabase, type TestDatabase } from '../../testing/create-test-database.ts'
import { seedDemoShop } from '../seed-demo-shop.ts'
import { type PastProgress, seedPast } from './seed-past.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase()
  await seedDemoShop(database.db)
})
afterAll(() => database.drop())

test('a past that was put in holds every invariant, and is told slice by slice', async () => {
  const { db } = database
  const told: PastProgress[] = []
  await seedPast(db, { products: 20, users: 30, orders: 200 }, progress => told.push(progress))
  expect(told.map(({ kind, written }) => [kind, written])).toEqual([
    ['products', 20],
    ['users', 30],
    ['orders', 200],
  ])
  expect(await db.order.count()).toBe(200)
  expect(await checkInvariants(db)).toEqual([])
  for (const { id } of await db.order.findMany({ take: 20 })) expect(idSchema('order').parse(id)).toBe(id)
  for (const { id } of await db.payment.findMany({ take: 20 })) expect(idSchema('payment').parse(id)).toBe(id)
})

test('asked again, it adds as many more behind the first, and all of it holds', async () => {
  const { db } = database
  await seedPast(db, { products: 5, users: 5, orders: 50 }, () => undefined)
  expect(await db.order.count()).toBe(250)
  expect(await db.user.count({ where: { id: { startsWith: 'past-' } } })).toBe(35)
  expect(await checkInvariants(db)).toEqual([])
})

test('afterwards no order can be put in with its end again', async () => {
  const { db } = database
  const [past] = await db.order.findMany({ where: { status: 'COMPLETED' }, take: 1 })
  if (!past) throw new Error('there is a past order')
  const { number: _, ...rest } = past
  await expect(db.order.create({ data: { ...rest, id: `${past.id}x` } })).rejects.toThrow(/illegal order start/)
})
