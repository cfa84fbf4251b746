import { expect, onTestFinished, test } from 'vitest'
import { createPrisma, inTransaction } from './client.ts'
import { seedProductWithStock } from './seed/scenarios/product-with-stock.ts'
import { createTestDatabase } from './testing/create-test-database.ts'

const setUp = async () => {
  const { db, url, drop } = await createTestDatabase()
  onTestFinished(drop)
  return { db, url }
}

test('two transactions that lock each other out are both done in the end', async () => {
  const { db } = await setUp()
  const one = (await seedProductWithStock(db, { units: 10 })).variantId
  const two = (await seedProductWithStock(db, { units: 10 })).variantId
  let arrived = 0
  const meeting = Promise.withResolvers<void>()
  let runs = 0
  const take = (first: string, second: string) =>
    inTransaction(db, async tx => {
      runs += 1
      await tx.$executeRaw`update stock set available = available - 1, sold = sold + 1 where variant_id = ${first}`
      arrived += 1
      if (arrived === 2) meeting.resolve()
      await meeting.promise
      await tx.$executeRaw`update stock set available = available - 1, sold = sold + 1 where variant_id = ${second}`
    })
  await Promise.all([take(one, two), take(two, one)])
  expect(runs).toBe(3)
  expect((await db.stock.findMany()).map(stock => stock.sold)).toEqual([2, 2])
})

test('a serialization failure is tried five times at most; any other fault once, with nothing written', async () => {
  const { db } = await setUp()
  let runs = 0
  await db.$executeRaw`create function fail_with(code text) returns void language plpgsql as
    'begin raise exception ''on purpose'' using errcode = code; end'`
  const failWith = (code: string) =>
    inTransaction(db, async tx => {
      runs += 1
      await tx.$executeRaw`insert into category (slug, name_ko, name_en, position) values ('half', '반', 'Half', 1)`
      await tx.$executeRaw`select fail_with(${code})`
    })
  await expect(failWith('40001')).rejects.toThrow()
  expect(runs).toBe(5)
  runs = 0
  await expect(failWith('P0001')).rejects.toThrow('on purpose')
  expect(runs).toBe(1)
  expect(await db.category.count()).toBe(0)
})

test('a client opens no more connections than it may, bounds its statements, and closes all at the end', async () => {
  const { db, url } = await setUp()
  const client = createPrisma(url, { poolMax: 2, applicationName: 'bounded' })
  const count = () =>
    db.$queryRaw`select count(*)::int as open from pg_stat_activity where application_name = 'bounded'`
  await Promise.all(Array.from({ length: 8 }, () => client.$queryRaw`select pg_sleep(0.02)::text`))
  expect(await count()).toEqual([{ open: 2 }])
  expect(await client.$queryRaw`select current_setting('statement_timeout') as timeout`).toEqual([{ timeout: '10s' }])
  await client.$disconnect()
  await expect.poll(count).toEqual([{ open: 0 }])
})

test('every statement is timed, in a transaction or outside, done or refused', async () => {
  const { url } = await setUp()
  const times: number[] = []
  const db = createPrisma(url, { poolMax: 2, applicationName: 'test', onQuery: seconds => times.push(seconds) })
  onTestFinished(() => db.$disconnect())
  await db.$queryRaw`select pg_sleep(0.05)::text`
  expect(times).toHaveLength(1)
  expect(times[0]).toBeGreaterThan(0.04)
  expect(times[0]).toBeLessThan(5)
  await expect(db.$executeRaw`select 1 / 0`).rejects.toThrow()
  expect(times).toHaveLength(2)
  await inTransaction(db, async tx => {
    await tx.$executeRaw`select 1`
    expect(times).toHaveLength(3)
    await tx.$queryRaw`select 2`
    expect(times).toHaveLength(4)
  })
})
