import { type CatalogueChange, fewLeftMax } from '@makegood/core/catalogue/catalogue-change'
import { afterAll, beforeAll, expect, onTestFinished, test, vi } from 'vitest'
import { seedProductWithStock } from '../seed/scenarios/product-with-stock.ts'
import { createTestDatabase, type TestDatabase } from '../testing/create-test-database.ts'
import { listenToChanges } from './listen-to-changes.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database.drop())

const listen = async () => {
  const heard: (CatalogueChange | 'heard' | 'deaf')[] = []
  const stop = new AbortController()
  const listening = listenToChanges(
    database.url,
    { onChange: change => heard.push(change), onHeard: () => heard.push('heard'), onDeaf: () => heard.push('deaf') },
    stop.signal,
  )
  onTestFinished(async () => {
    stop.abort()
    await listening
  })
  await vi.waitFor(() => expect(heard).toContain('heard'))
  return heard
}

test('nothing is told of what is rolled back or changes nothing, and everything of what is committed', async () => {
  const { db } = database
  const { productId, variantId } = await seedProductWithStock(db, { units: fewLeftMax + 3 })
  const heard = await listen()
  const clear = () => heard.splice(0)
  const left = (available: number) =>
    db.stock.update({ where: { variantId }, data: { available, reserved: fewLeftMax + 3 - available } })
  const expectTold = async (...changes: CatalogueChange[]) => {
    await vi.waitFor(() => expect(heard).toEqual(changes))
    clear()
  }
  clear()

  await expect(
    db.$transaction(async tx => {
      await tx.$executeRaw`update variant set price_minor = 1 where id = ${variantId}`
      throw new Error('never')
    }),
  ).rejects.toThrow('never')
  await left(fewLeftMax + 3)
  await db.product.update({ where: { id: productId }, data: { published: true } })
  await left(fewLeftMax + 1)
  await expectTold({ kind: 'stock', productId })
  await left(fewLeftMax)
  await expectTold({ kind: 'few', productId })
  await left(0)
  await expectTold({ kind: 'product', productId })
  await left(1)
  await expectTold({ kind: 'product', productId })
  await db.variant.update({ where: { id: variantId }, data: { priceMinor: 31_000n } })
  await expectTold({ kind: 'product', productId })
  await db.product.update({ where: { id: productId }, data: { published: false } })
  await expectTold({ kind: 'product', productId })
  await db.category.update({ where: { slug: 'bowls' }, data: { position: 7 } })
  await expectTold({ kind: 'catalogue' })
})

test('a connection that breaks is told, and made anew', async () => {
  const heard = await listen()
  await database.db.$queryRaw`
    select pg_terminate_backend(pid) from pg_stat_activity
    where application_name = 'makegood catalogue changes' and datname = current_database()`
  await vi.waitFor(() => expect(heard).toEqual(['heard', 'deaf', 'heard']), 5000)
})
