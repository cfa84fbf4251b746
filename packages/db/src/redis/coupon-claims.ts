import type { Redis } from 'ioredis'

/**
 * A campaign's claims in Redis: one hash with the quantity and one field for each claimer. What is left is the quantity less
 * the claimers, so the two can never disagree, and all of it is there or all of it is lost. Postgres is the truth.
 */
export type StoredClaim = { readonly userId: string; readonly claimId: string; readonly redeemed: boolean }
export type StoredCampaign = { readonly quantity: number; readonly claims: readonly StoredClaim[] }

export type Taken = 'taken' | 'duplicate' | 'sold-out' | 'missing'

export const claimsKey = (campaignId: string): string => `coupon:{${campaignId}}`
export const rebuildKey = (campaignId: string): string => `coupon:{${campaignId}}:rebuild`
export const claimerField = (userId: string): string => `claim:${userId}`
export const claimValue = (claim: Pick<StoredClaim, 'claimId' | 'redeemed'>): string =>
  claim.redeemed ? `${claim.claimId} redeemed` : claim.claimId

const takeScript = `
local quantity = redis.call('hget', KEYS[1], 'quantity')
if not quantity then return 'missing' end
local held = redis.call('hget', KEYS[1], ARGV[1])
if held == ARGV[2] then return 'taken' end
if held then return 'duplicate' end
if redis.call('hlen', KEYS[1]) - 1 >= tonumber(quantity) then return 'sold-out' end
redis.call('hset', KEYS[1], ARGV[1], ARGV[2])
return 'taken'`

/** Checks for a duplicate, takes one coupon and writes the claim, atomically. `missing` where Redis has lost the campaign. */
export const takeCoupon = async (redis: Redis, campaignId: string, userId: string, claimId: string): Promise<Taken> =>
  (await redis.eval(takeScript, 1, claimsKey(campaignId), claimerField(userId), claimId)) as Taken

const untakeScript = `
if redis.call('hget', KEYS[1], ARGV[1]) == ARGV[2] then return redis.call('hdel', KEYS[1], ARGV[1]) end
return 0`

/** Puts back what this claim took, and only that. */
export const untakeCoupon = async (
  redis: Redis,
  campaignId: string,
  userId: string,
  claimId: string,
): Promise<void> => {
  await redis.eval(untakeScript, 1, claimsKey(campaignId), claimerField(userId), claimId)
}

// A rebuild that read Postgres before this claim was there must not be loaded: its lock is taken from it.
const recordScript = `
redis.call('del', KEYS[2])
if redis.call('exists', KEYS[1]) == 1 then redis.call('hset', KEYS[1], ARGV[1], ARGV[2]) end
return 1`

/** Writes what Postgres says of a claim, whatever Redis believed. */
export const recordCoupon = async (redis: Redis, campaignId: string, claim: StoredClaim): Promise<void> => {
  const keys = [claimsKey(campaignId), rebuildKey(campaignId)]
  await redis.eval(recordScript, 2, ...keys, claimerField(claim.userId), claimValue(claim))
}

/** Forgets a campaign, and any rebuild of it that is under way: the next claim rebuilds it from Postgres. */
export const forgetCampaign = async (redis: Redis, campaignId: string): Promise<void> => {
  await redis.del(claimsKey(campaignId), rebuildKey(campaignId))
}

/** What Redis holds of a campaign; null where it has lost it. */
export const readCampaign = async (redis: Redis, campaignId: string): Promise<StoredCampaign | null> => {
  const { quantity, ...fields } = await redis.hgetall(claimsKey(campaignId))
  if (quantity === undefined) return null
  const claims = Object.entries(fields).map(([field, value]) => {
    const [claimId = '', redeemed] = value.split(' ')
    return { userId: field.slice(claimerField('').length), claimId, redeemed: redeemed !== undefined }
  })
  return { quantity: Number(quantity), claims }
}
