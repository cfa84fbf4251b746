import { randomBytes } from 'node:crypto'
import type { Redis } from 'ioredis'
import { claimerField, claimsKey, claimValue, rebuildKey, type StoredCampaign } from './coupon-claims.ts'

const rebuildMs = 5000
const fieldsAtOnce = 500

/** Takes the right to rebuild a campaign for five seconds; null where somebody else has it. */
export const beginRebuild = async (redis: Redis, campaignId: string): Promise<string | null> => {
  const token = randomBytes(12).toString('hex')
  return (await redis.set(rebuildKey(campaignId), token, 'PX', rebuildMs, 'NX')) === 'OK' ? token : null
}

const endScript = `
if redis.call('get', KEYS[1]) == ARGV[1] then return redis.call('del', KEYS[1]) end
return 0`

/** Lets go of the right to rebuild, where it is still held. */
export const endRebuild = async (redis: Redis, campaignId: string, token: string): Promise<void> => {
  await redis.eval(endScript, 1, rebuildKey(campaignId), token)
}

// A draft whose maker died goes away by itself.
const draftScript = `
redis.call('hset', KEYS[1], unpack(ARGV, 2))
redis.call('pexpire', KEYS[1], ARGV[1])`

const loadScript = `
if redis.call('get', KEYS[2]) ~= ARGV[1] then
  redis.call('del', KEYS[3])
  return 0
end
redis.call('rename', KEYS[3], KEYS[1])
redis.call('pexpireat', KEYS[1], ARGV[2])
return 1`

/**
 * Puts a campaign as Postgres has it in place of whatever Redis holds, whole or not at all. False where the right to do so
 * was lost meanwhile, because Postgres has moved on or it took too long: then read it again.
 */
export const loadCampaign = async (
  redis: Redis,
  campaignId: string,
  token: string,
  campaign: StoredCampaign & { readonly keepUntil: Date },
): Promise<boolean> => {
  const draft = `${claimsKey(campaignId)}:draft:${token}`
  const fields = [['quantity', String(campaign.quantity)]].concat(
    campaign.claims.map(claim => [claimerField(claim.userId), claimValue(claim)]),
  )
  for (let start = 0; start < fields.length; start += fieldsAtOnce)
    await redis.eval(draftScript, 1, draft, 4 * rebuildMs, ...fields.slice(start, start + fieldsAtOnce).flat())
  const keys = [claimsKey(campaignId), rebuildKey(campaignId), draft]
  return (await redis.eval(loadScript, 3, ...keys, token, campaign.keepUntil.getTime())) === 1
}
