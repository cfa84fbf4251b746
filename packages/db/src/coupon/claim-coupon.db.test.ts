import { createServer } from 'node:net'
import { newId } from '@makegood/core/ids'
import { afterAll, beforeAll, expect, onTestFinished, test, vi } from 'vitest'
import { readTestRedisUrl } from '../env.ts'
import { forgetCampaign, readCampaign, recordCoupon, takeCoupon } from '../redis/coupon-claims.ts'
import { createRedis, type Redis } from '../redis/create-redis.ts'
import { beginRebuild, loadCampaign } from '../redis/rebuild-coupon-claims.ts'
import { createTestCampaign } from '../testing/create-test-campaign.ts'
import { createTestDatabase, type TestDatabase } from '../testing/create-test-database.ts'
import { createTestShopper } from '../testing/create-test-shopper.ts'
import { claimCoupon } from './claim-coupon.ts'
import type { CouponStores } from './coupon-stores.ts'
import { readOpenCampaign, rebuildCampaign } from './rebuild-campaign.ts'
import { repairCampaigns } from './repair-campaigns.ts'

let database: TestDatabase
let redis: Redis
let stores: CouponStores
beforeAll(async () => {
  database = await createTestDatabase()
  redis = createRedis(readTestRedisUrl(), 'coupon test')
  await new Promise(resolve => redis.once('ready', resolve))
  stores = { db: database.db, redis, onRedisTrouble: vi.fn() }
})
afterAll(async () => {
  redis.disconnect()
  await database.drop()
})

const newClaim = (campaignId: string, userId: string) => ({
  campaignId,
  userId,
  claimId: newId('claim', new Date()),
  correlationId: 'cor_test',
})
const newShopper = () => createTestShopper(database.db)
const claim = async (campaignId: string, userId: string, from = stores) =>
  claimCoupon(from, newClaim(campaignId, userId))
const countOf = async (campaignId: string) => {
  const campaign = await database.db.couponCampaign.findUniqueOrThrow({ where: { id: campaignId } })
  return { claimed: campaign.claimed, claims: await database.db.couponClaim.count({ where: { campaignId } }) }
}
const expectSame = async (campaignId: string) => {
  const { quantity, claims } = (await readOpenCampaign(database.db, campaignId)) ?? { quantity: 0, claims: [] }
  const inRedis = await readCampaign(redis, campaignId)
  const byUser = (list: typeof claims) => [...list].sort((a, b) => (a.userId < b.userId ? -1 : 1))
  expect(inRedis && { ...inRedis, claims: byUser(inRedis.claims) }).toEqual({ quantity, claims: byUser(claims) })
}

test('a campaign that was stopped, is over, has not begun or does not exist gives nothing, and Redis holds nothing of it', async () => {
  const { db } = database
  const soon = new Date(Date.now() + 60_000)
  const userId = await newShopper()
  for (const changed of [{ stopped: true }, { validFrom: soon }, { validTo: new Date(Date.now() - 1000) }]) {
    const campaignId = await createTestCampaign(db, changed)
    await expect(claim(campaignId, userId)).rejects.toMatchObject({ code: 'coupon-not-valid' })
    expect(await countOf(campaignId)).toEqual({ claimed: 0, claims: 0 })
    expect(await readCampaign(redis, campaignId)).toBeNull()
  }
  await expect(claim(newId('campaign', new Date()), userId)).rejects.toMatchObject({ code: 'not-found' })
})

test('a campaign that ends while Redis still has it gives nothing, and what Redis took is put back', async () => {
  const { db } = database
  const campaignId = await createTestCampaign(db)
  await claim(campaignId, await newShopper())
  await db.couponCampaign.update({ where: { id: campaignId }, data: { validTo: new Date(Date.now() - 1000) } })
  await expect(claim(campaignId, await newShopper())).rejects.toMatchObject({ code: 'coupon-not-valid' })
  expect((await readCampaign(redis, campaignId))?.claims).toHaveLength(1)
})

test('a second coupon for one person is refused with the first, also when Redis has forgotten it', async () => {
  const campaignId = await createTestCampaign(database.db)
  const userId = await newShopper()
  const { claimId } = await claim(campaignId, userId)
  const refusal = { code: 'coupon-already-claimed', details: { claimId } }
  await expect(claim(campaignId, userId)).rejects.toMatchObject(refusal)
  await forgetCampaign(redis, campaignId)
  await expect(claim(campaignId, userId)).rejects.toMatchObject(refusal)
  expect(await countOf(campaignId)).toEqual({ claimed: 1, claims: 1 })
  await expectSame(campaignId)
})

test('without Redis Postgres alone gives exactly as many as there are, one a person', async () => {
  const campaignId = await createTestCampaign(database.db, { quantity: 7 })
  const away = createRedis('redis://127.0.0.1:1', 'no redis')
  away.on('error', () => undefined)
  onTestFinished(() => away.disconnect())
  const onRedisTrouble = vi.fn()
  const people = await Promise.all(Array.from({ length: 30 }, newShopper))
  const started = Date.now()
  const answers = await Promise.allSettled(
    [...people, ...people].map(userId => claim(campaignId, userId, { ...stores, redis: away, onRedisTrouble })),
  )
  expect(Date.now() - started).toBeLessThan(2000)
  expect(answers.filter(answer => answer.status === 'fulfilled')).toHaveLength(7)
  expect(await countOf(campaignId)).toEqual({ claimed: 7, claims: 7 })
  expect(onRedisTrouble).toHaveBeenCalled()
})

test('a Redis that stops answering in the middle costs the wait, not the coupon', async () => {
  const campaignId = await createTestCampaign(database.db, { quantity: 3 })
  const away = createRedis(await startMuteRedis(), 'mute redis')
  away.on('error', () => undefined)
  onTestFinished(() => away.disconnect())
  await vi.waitFor(() => expect(away.status).toBe('ready'))
  const userId = await newShopper()
  const { claimId } = await claim(campaignId, userId, { ...stores, redis: away })
  expect(await database.db.couponClaim.findUnique({ where: { id: claimId } })).toMatchObject({ userId })
}, 20_000)

/** Answers the greeting of a connection and nothing after it. */
const startMuteRedis = async (): Promise<string> => {
  const server = createServer(socket => {
    socket.on('error', () => undefined)
    socket.on('data', data => {
      const commands = String(data)
      const count = commands.match(/^\*\d+\r\n/gm)?.length ?? 0
      if (/\beval\b/i.test(commands)) return
      const info = '$21\r\nredis_version:7.4.0\r\n\r\n'
      socket.write(/\binfo\b/i.test(commands) ? '+OK\r\n'.repeat(count - 1) + info : '+OK\r\n'.repeat(count))
    })
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => {
    server.close()
  })
  const address = server.address()
  return `redis://127.0.0.1:${typeof address === 'object' ? address?.port : 0}`
}

test('a take whose process died before Postgres heard of it is finished by the same person, or put right by the repair', async () => {
  const campaignId = await createTestCampaign(database.db, { quantity: 2 })
  const [lost, other, late] = [await newShopper(), await newShopper(), await newShopper()]
  await rebuildCampaign(stores, campaignId)
  await takeCoupon(redis, campaignId, lost, newId('claim', new Date()))
  await claim(campaignId, other)
  await expect(claim(campaignId, late)).rejects.toMatchObject({ code: 'coupon-sold-out' })

  expect(await repairCampaigns(stores)).toMatchObject([{ campaignId, inRedis: 2, inPostgres: 1, rebuilt: 'loaded' }])
  await expectSame(campaignId)
  expect(await repairCampaigns(stores)).toEqual([])

  await takeCoupon(redis, campaignId, lost, newId('claim', new Date()))
  const { claimId } = await claim(campaignId, lost)
  expect(await database.db.couponClaim.findUnique({ where: { id: claimId } })).toMatchObject({ userId: lost })
  await expectSame(campaignId)
})

test('Redis that believes in more than there are is put right by the first who is refused', async () => {
  const { db } = database
  const campaignId = await createTestCampaign(db, { quantity: 2 })
  await claim(campaignId, await newShopper())
  await claim(campaignId, await newShopper())
  await redis.hset(`coupon:{${campaignId}}`, 'quantity', 50)
  await expect(claim(campaignId, await newShopper())).rejects.toMatchObject({ code: 'coupon-sold-out' })
  await expect(claim(campaignId, await newShopper())).rejects.toMatchObject({ code: 'coupon-sold-out' })
  expect(await countOf(campaignId)).toEqual({ claimed: 2, claims: 2 })
  await expectSame(campaignId)
})

test('a rebuild that read Postgres before a claim was recorded is not loaded', async () => {
  const campaignId = await createTestCampaign(database.db)
  const token = (await beginRebuild(redis, campaignId)) ?? ''
  expect(await beginRebuild(redis, campaignId)).toBeNull()
  const before = { ...(await readOpenCampaign(database.db, campaignId)), keepUntil: new Date(Date.now() + 60_000) }
  const recorded = { userId: await newShopper(), claimId: newId('claim', new Date()), redeemed: false }
  await recordCoupon(redis, campaignId, recorded)
  expect(await loadCampaign(redis, campaignId, token, { quantity: 100, claims: [], ...before })).toBe(false)
  expect(await readCampaign(redis, campaignId)).toBeNull()
})

test('a rebuild brings a thousand claims and more back whole', async () => {
  const { db } = database
  const campaignId = await createTestCampaign(db, { quantity: 1500, claimed: 1200 })
  const people = Array.from({ length: 1200 }, (_, index) => ({
    id: `${campaignId}-${index}`,
    name: '김하나',
    email: `${campaignId}-${index}@example.com`,
  }))
  await db.user.createMany({ data: people })
  await db.couponClaim.createMany({
    data: people.map(({ id }) => ({ id: newId('claim', new Date()), campaignId, userId: id })),
  })
  expect(await rebuildCampaign(stores, campaignId)).toBe('loaded')
  await expectSame(campaignId)
})
