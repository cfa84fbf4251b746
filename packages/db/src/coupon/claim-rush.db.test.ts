import { fork } from 'node:child_process'
import { randomBytes, randomInt } from 'node:crypto'
import { newId } from '@makegood/core/ids'
import { beforeEach, expect, onTestFinished, test } from 'vitest'
import { readTestRedisUrl } from '../env.ts'
import { readCampaign } from '../redis/coupon-claims.ts'
import { createRedis, type Redis } from '../redis/create-redis.ts'
import type { ClaimAnswer, ClaimNews, ClaimOrder } from '../testing/claim-coupons.ts'
import { createTestCampaign } from '../testing/create-test-campaign.ts'
import { createTestDatabase, type TestDatabase } from '../testing/create-test-database.ts'
import { claimCoupon } from './claim-coupon.ts'

// A numbered Redis of its own: this test empties it while the claimers run.
const redisUrl = Object.assign(new URL(readTestRedisUrl()), { pathname: `/${randomInt(8, 16)}` }).href

let database: TestDatabase
let redis: Redis
beforeEach(async () => {
  database = await createTestDatabase()
  onTestFinished(database.drop)
  redis = createRedis(redisUrl, 'claim rush')
  onTestFinished(() => redis.disconnect())
  await redis.flushdb()
})

const createPeople = async (count: number): Promise<readonly string[]> => {
  const people = Array.from({ length: count }, () => {
    const id = `usr_${randomBytes(8).toString('hex')}`
    return { id, name: '김하나', email: `${id}@example.com` }
  })
  await database.db.user.createMany({ data: people })
  return people.map(({ id }) => id)
}

/** One process with these claimers; `hear` is told of each answer as it comes. */
const claimInProcess = (order: ClaimOrder, hear: (news: ClaimAnswer) => void): Promise<void> =>
  new Promise((resolve, reject) => {
    const child = fork(new URL('../testing/claim-coupons.ts', import.meta.url))
    onTestFinished(() => {
      child.kill('SIGKILL')
    })
    child.on('message', (news: ClaimNews) => {
      if ('done' in news) resolve()
      else hear(news)
    })
    child.on('exit', code => (code === 0 ? undefined : reject(new Error(`the claimers ended with ${code}`))))
    child.send(order)
  })

test('of 1,000 people in three processes exactly 100 get one coupon each, though Redis is emptied four times on the way', async () => {
  const { db, url } = database
  const campaignId = await createTestCampaign(db, { quantity: 100 })
  const people = await createPeople(1000)
  const claimed = new Map<string, string>()
  const refusals: string[] = []
  const emptiedAt: number[] = []
  const emptyAt = [20, 40, 60, 80]
  const hear = (news: ClaimAnswer) => {
    if (!news.claimed) {
      refusals.push(news.answer)
      return
    }
    expect(claimed.has(news.userId)).toBe(false)
    claimed.set(news.userId, news.answer)
    if (!emptyAt.includes(claimed.size)) return
    emptiedAt.push(claimed.size)
    void redis.flushdb()
  }
  const order = { databaseUrl: url, redisUrl, campaignId }
  await Promise.all(
    [people.slice(0, 333), people.slice(333, 666), people.slice(666)].map(userIds =>
      claimInProcess({ ...order, userIds }, hear),
    ),
  )

  expect(emptiedAt).toEqual(emptyAt)
  expect(claimed.size).toBe(100)
  expect(refusals).toHaveLength(1900)
  expect(refusals.filter(code => !['coupon-sold-out', 'coupon-already-claimed'].includes(code))).toEqual([])
  const issued = await db.couponClaim.findMany({ where: { campaignId } })
  expect(issued).toHaveLength(100)
  expect(new Map(issued.map(claim => [claim.userId, claim.id]))).toEqual(claimed)
  expect(await db.couponCampaign.findUnique({ where: { id: campaignId } })).toMatchObject({ claimed: 100 })
  expect(await db.outbox.count({ where: { name: 'coupon/claimed' } })).toBe(100)

  // Whatever the last process left of it: one more claimer finds or makes Redis whole, without any repair.
  const [late = ''] = await createPeople(1)
  const request = { campaignId, userId: late, claimId: newId('claim', new Date()), correlationId: 'cor_test' }
  const stores = {
    db,
    redis,
    onRedisTrouble: (error: unknown) => {
      throw error
    },
  }
  await expect(claimCoupon(stores, request)).rejects.toMatchObject({ code: 'coupon-sold-out' })
  const inRedis = await readCampaign(redis, campaignId)
  expect(inRedis?.quantity).toBe(100)
  expect(new Map(inRedis?.claims.map(claim => [claim.userId, claim.claimId]))).toEqual(claimed)
}, 60_000)
