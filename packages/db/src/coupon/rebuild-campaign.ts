import type { Tx } from '../client.ts'
import type { StoredCampaign, StoredClaim } from '../redis/coupon-claims.ts'
import { beginRebuild, endRebuild, loadCampaign } from '../redis/rebuild-coupon-claims.ts'
import type { CouponStores } from './coupon-stores.ts'

/** `overtaken`: Postgres moved on meanwhile, so nothing was loaded. `closed`: the campaign gives no coupons now. */
export type Rebuilt = 'loaded' | 'busy' | 'overtaken' | 'closed'

const keepAfterEndMs = 24 * 60 * 60 * 1000

/**
 * Puts a campaign into Redis as Postgres has it, by one rebuilder at a time. A claim that is recorded while it reads takes
 * the right to load from it, so what is loaded lacks no claim that was recorded before.
 */
export const rebuildCampaign = async (
  { db, redis }: Pick<CouponStores, 'db' | 'redis'>,
  campaignId: string,
): Promise<Rebuilt> => {
  const token = await beginRebuild(redis, campaignId)
  if (token === null) return 'busy'
  try {
    const campaign = await readOpenCampaign(db, campaignId)
    if (!campaign) return 'closed'
    const keepUntil = new Date(campaign.validTo.getTime() + keepAfterEndMs)
    return (await loadCampaign(redis, campaignId, token, { ...campaign, keepUntil })) ? 'loaded' : 'overtaken'
  } finally {
    await endRebuild(redis, campaignId, token)
  }
}

type OpenCampaign = StoredCampaign & { readonly validTo: Date }

/** A campaign that can be claimed now, with all its claims, as of one moment; null where it cannot or there is none. */
export const readOpenCampaign = async (db: Tx, campaignId: string): Promise<OpenCampaign | null> => {
  const rows = await db.$queryRaw<{ quantity: number; validTo: Date; claims: StoredClaim[] }[]>`
    select c.quantity, c.valid_to as "validTo",
      (select coalesce(jsonb_agg(jsonb_build_object('userId', k.user_id, 'claimId', k.id, 'redeemed', k.status = 'REDEEMED')), '[]')
        from coupon_claim k where k.campaign_id = c.id) as claims
    from coupon_campaign c
    where c.id = ${campaignId} and not c.stopped and now() between c.valid_from and c.valid_to`
  return rows[0] ?? null
}
