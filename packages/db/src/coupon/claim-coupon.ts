import { setTimeout as sleep } from 'node:timers/promises'
import { DomainError } from '@makegood/core/errors'
import { forgetCampaign, recordCoupon, type Taken, takeCoupon, untakeCoupon } from '../redis/coupon-claims.ts'
import { assertReady, type CouponStores, tryOnRedis } from './coupon-stores.ts'
import { rebuildCampaign } from './rebuild-campaign.ts'
import { type ClaimRequest, type RecordedClaim, recordClaim } from './record-claim.ts'

type RedisAnswer = Exclude<Taken, 'missing'> | 'unknown'

const looksMax = 40
const lookAgainMs = 30

/**
 * Claims one coupon for one person, first come, first served. Redis answers most: it checks for a duplicate, takes one and
 * writes the claim at once. Postgres has the last word on each coupon that is issued, and where it says no, Redis is put
 * right. Where Redis has lost the campaign it is rebuilt first; where Redis is away, Postgres alone decides.
 */
export const claimCoupon = async (
  stores: CouponStores,
  request: ClaimRequest,
): Promise<{ readonly claimId: string }> => {
  const { campaignId, userId, claimId } = request
  const taken = await takeFromRedis(stores, request)
  if (taken === 'sold-out') throw soldOut()
  const recorded = await record(stores, request)
  switch (recorded.outcome) {
    case 'recorded':
      await tryOnRedis(stores, redis => recordCoupon(redis, campaignId, { userId, claimId, redeemed: false }))
      return { claimId }
    case 'already-claimed':
      await tryOnRedis(stores, redis => recordCoupon(redis, campaignId, { ...recorded, userId }))
      if (recorded.claimId === claimId) return { claimId }
      throw new DomainError('coupon-already-claimed', 'one coupon a person', { claimId: recorded.claimId })
    case 'sold-out':
      // Redis believed in more than there are, or was away: it shall look again.
      await tryOnRedis(stores, redis => forgetCampaign(redis, campaignId))
      throw soldOut()
    case 'not-valid':
    case 'not-found':
      await tryOnRedis(stores, redis => untakeCoupon(redis, campaignId, userId, claimId))
      throw recorded.outcome === 'not-found'
        ? new DomainError('not-found', `no campaign ${campaignId}`)
        : new DomainError('coupon-not-valid', `campaign ${campaignId} gives no coupons now`)
  }
}

const soldOut = () => new DomainError('coupon-sold-out', 'every coupon is claimed')

const takeFromRedis = async (
  stores: CouponStores,
  { campaignId, userId, claimId }: ClaimRequest,
): Promise<RedisAnswer> => {
  try {
    assertReady(stores.redis)
    for (let look = 1; look <= looksMax; look += 1) {
      const taken = await takeCoupon(stores.redis, campaignId, userId, claimId)
      if (taken !== 'missing') return taken
      const rebuilt = await rebuildCampaign(stores, campaignId)
      if (rebuilt === 'closed') return 'unknown'
      if (rebuilt === 'busy') await sleep(lookAgainMs * (0.5 + Math.random()))
    }
    throw new Error(`campaign ${campaignId} could not be rebuilt in Redis in ${looksMax} looks`)
  } catch (error) {
    stores.onRedisTrouble(error)
    return 'unknown'
  }
}

/** Where Postgres gives no answer the claim may be there or not: Redis must not hold it, and the person may ask again. */
const record = async (stores: CouponStores, request: ClaimRequest): Promise<RecordedClaim> => {
  try {
    return await recordClaim(stores.db, request)
  } catch (error) {
    const { campaignId, userId, claimId } = request
    await tryOnRedis(stores, redis => untakeCoupon(redis, campaignId, userId, claimId))
    throw error
  }
}
