import { DomainError } from '@makegood/core/errors'
import { newId } from '@makegood/core/ids'
import { createPrisma } from '../client.ts'
import { claimCoupon } from '../coupon/claim-coupon.ts'
import { createRedis } from '../redis/create-redis.ts'

export type ClaimOrder = {
  readonly databaseUrl: string
  readonly redisUrl: string
  readonly campaignId: string
  readonly userIds: readonly string[]
}
/** One claim's answer: the claim, or the refusal's code. */
export type ClaimAnswer = { readonly userId: string; readonly answer: string; readonly claimed: boolean }
export type ClaimNews = ClaimAnswer | { readonly done: true; readonly troubles: number }

const claimersAtOnce = 40

/** A process of its own, with its own pool and Redis connection, in which each of these people tries to claim twice at once. */
const claimForAll = async ({ databaseUrl, redisUrl, campaignId, userIds }: ClaimOrder): Promise<void> => {
  const db = createPrisma(databaseUrl, { poolMax: 10, applicationName: 'claimers' })
  const redis = createRedis(redisUrl, 'claimers')
  await new Promise(resolve => redis.once('ready', resolve))
  let troubles = 0
  const onRedisTrouble = () => {
    troubles += 1
  }
  const tell = (news: ClaimNews) => process.send?.(news)
  const claim = async (userId: string) => {
    const request = { campaignId, userId, claimId: newId('claim', new Date()), correlationId: 'cor_test' }
    try {
      const { claimId } = await claimCoupon({ db, redis, onRedisTrouble }, request)
      tell({ userId, answer: claimId, claimed: true })
    } catch (error) {
      tell({ userId, answer: error instanceof DomainError ? error.code : String(error), claimed: false })
    }
  }
  const waiting = [...userIds]
  const work = async () => {
    for (let userId = waiting.shift(); userId !== undefined; userId = waiting.shift())
      await Promise.all([claim(userId), claim(userId)])
  }
  await Promise.all(Array.from({ length: claimersAtOnce }, work))
  await new Promise(resolve => process.send?.({ done: true, troubles } satisfies ClaimNews, resolve))
  redis.disconnect()
  await db.$disconnect()
}

process.once('message', message => {
  claimForAll(message as ClaimOrder).catch((error: unknown) => {
    process.stderr.write(`${String(error)}\n`)
    process.exit(1)
  })
})
