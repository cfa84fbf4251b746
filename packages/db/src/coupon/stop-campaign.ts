import { DomainError } from '@makegood/core/errors'
import { writeAudit } from '../audit/write-audit.ts'
import { inTransaction, type Tx } from '../client.ts'
import { forgetCampaign } from '../redis/coupon-claims.ts'
import { type CouponStores, tryOnRedis } from './coupon-stores.ts'

export type StopCampaign = { readonly campaignId: string; readonly reason: string; readonly operatorId: string }

/**
 * Stops a campaign, once, with its audit entry in the same transaction: it gives no more coupons, and those it gave can be
 * used for no new order. Orders placed before keep their discount. Stopping it again changes nothing.
 */
export const stopCampaign = async (stores: CouponStores, stop: StopCampaign): Promise<void> => {
  const { campaignId, reason, operatorId } = stop
  await inTransaction(stores.db, async tx => {
    const stopped = await tx.$executeRaw`
      update coupon_campaign set stopped = true where id = ${campaignId} and not stopped`
    if (stopped === 0) return assertKnown(tx, campaignId)
    await writeAudit(tx, {
      actorKind: 'operator',
      actorId: operatorId,
      action: 'coupon.stop',
      orderId: null,
      subject: campaignId,
      reason,
    })
  })
  await tryOnRedis(stores, redis => forgetCampaign(redis, campaignId))
}

const assertKnown = async (tx: Tx, campaignId: string): Promise<void> => {
  const rows = await tx.$queryRaw<unknown[]>`select 1 from coupon_campaign where id = ${campaignId}`
  if (rows.length === 0) throw new DomainError('not-found', `no campaign ${campaignId}`)
}
