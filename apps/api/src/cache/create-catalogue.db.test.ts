import type { CatalogueChange } from '@makegood/core/catalogue/catalogue-change'
import type { ListProducts } from '@makegood/db/catalogue/product-page'
import { createRedis } from '@makegood/db/redis/create-redis'
import { seedProductWithStock } from '@makegood/db/seed/scenarios/product-with-stock'
import { reserveStock } from '@makegood/db/stock/reserve-stock'
import { createTestDatabase, type TestDatabase } from '@makegood/db/testing/create-test-database'
import { placeTestOrder } from '@makegood/db/testing/place-test-order'
import pino from 'pino'
import { afterAll, beforeAll, expect, onTestFinished, test, vi } from 'vitest'
import { createCatalogue } from './create-catalogue.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database.drop())

/** A catalogue as each api process has one of its own. */
const startCatalogue = async () => {
  const redis = createRedis(process.env.TEST_REDIS_URL ?? '', 'catalogue test')
  const { db, url: databaseUrl } = database
  const catalogue = createCatalogue({ databaseUrl, db, redis, logger: pino({ level: 'silent' }) })
  const heard: CatalogueChange[] = []
  catalogue.follow(change => void heard.push(change))
  onTestFinished(async () => {
    await catalogue.close()
    redis.disconnect()
  })
  await vi.waitFor(() => expect(catalogue.isTold()).toBe(true))
  return { ...catalogue, heard }
}

const plain: ListProducts = {
  locale: 'en',
  categories: [],
  colours: [],
  inStock: false,
  mended: false,
  sort: 'featured',
  page: 1,
}

test('a sale, a price, a rename and a withdrawal are seen at once in every process, and nothing else is read again', async () => {
  const { db } = database
  const { productId, variantId, slug } = await seedProductWithStock(db, { units: 30 })
  const other = await seedProductWithStock(db, { units: 30 })
  const processes = [await startCatalogue(), await startCatalogue()]
  const query = vi.spyOn(db, '$queryRaw')
  onTestFinished(() => query.mockRestore())
  const seeEverywhere = async () =>
    Promise.all(
      processes.map(async catalogue => ({
        card: (await catalogue.list(plain)).products.find(({ id }) => id === productId) ?? null,
        detail: await catalogue.get({ slug, locale: 'en' }),
        total: (await catalogue.list({ ...plain, inStock: true })).total,
      })),
    )
  const changeSeen = async (change: () => Promise<unknown>) => {
    const counts = processes.map(({ heard }) => heard.length)
    await change()
    await vi.waitFor(() => {
      for (const [at, { heard }] of processes.entries()) expect(heard.length).toBeGreaterThan(counts[at] ?? 0)
    })
    return seeEverywhere()
  }

  await seeEverywhere()
  query.mockClear()
  await seeEverywhere()
  expect(query).not.toHaveBeenCalled()

  const { orderId } = await placeTestOrder(db, { lines: [{ variantId, quantity: 2 }] })
  const sold = await changeSeen(() => db.$transaction(tx => reserveStock(tx, orderId, 600)))
  for (const { card, detail } of sold) {
    expect(card?.available).toBe(28)
    expect(detail?.variants[0]?.available).toBe(28)
  }
  const texts = query.mock.calls.map(([sql]) => String(sql))
  expect(texts.filter(text => text.includes('group by p.category_slug'))).toEqual([])

  for (const { card, detail } of await changeSeen(() =>
    db.variant.update({ where: { id: variantId }, data: { priceMinor: 31_000n } }),
  )) {
    expect(card?.priceFrom.amountMinor).toBe('31000')
    expect(detail?.variants[0]?.price.amountMinor).toBe('31000')
  }
  for (const { card } of await changeSeen(() =>
    db.product.update({ where: { id: productId }, data: { nameEn: 'Another name' } }),
  ))
    expect(card?.name).toBe('Another name')
  for (const { total } of await changeSeen(() =>
    db.stock.update({ where: { variantId: other.variantId }, data: { available: 0, sold: 30 } }),
  ))
    expect(total).toBe(1)
  expect(
    await changeSeen(() => db.product.update({ where: { id: productId }, data: { published: false } })),
  ).toMatchObject([
    { card: null, detail: null, total: 0 },
    { card: null, detail: null, total: 0 },
  ])
})

test('while the database tells nothing, nothing is remembered', async () => {
  const { db } = database
  const { slug, variantId } = await seedProductWithStock(db, { units: 30 })
  const catalogue = await startCatalogue()
  const left = async () => (await catalogue.get({ slug, locale: 'ko' }))?.variants[0]?.available
  expect(await left()).toBe(30)
  const changes = catalogue.heard.length
  await db.$queryRaw`select pg_terminate_backend(pid) from pg_stat_activity
    where application_name = 'makegood catalogue changes' and datname = current_database()`
  await vi.waitFor(() => expect(catalogue.heard.length).toBeGreaterThan(changes))
  await db.stock.update({ where: { variantId }, data: { available: 20, sold: 10 } })
  expect(await left()).toBe(20)
  await vi.waitFor(() => expect(catalogue.isTold()).toBe(true), 5000)
  expect(await left()).toBe(20)
})
