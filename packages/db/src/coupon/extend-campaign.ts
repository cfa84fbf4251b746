import type { ExtendCampaignInput } from '@makegood/core/coupon/inputs'
import { DomainError } from '@makegood/core/errors'
import { writeAudit } from '../audit/write-audit.ts'
import { inTransaction } from '../client.ts'
import { forgetCampaign } from '../redis/coupon-claims.ts'
import { type CouponStores, tryOnRedis } from './coupon-stores.ts'

type Before = { stopped: boolean; quantity: number; validTo: Date }

/**
 * Gives a campaign more coupons, more time, or both, with its audit entry in the same transaction. Fewer or less is refused,
 * because people count on what they were shown, and so is a campaign that was stopped. What is there already changes
 * nothing.
 */
export const extendCampaign = async (
  stores: CouponStores,
  extension: ExtendCampaignInput,
  operatorId: string,
): Promise<void> => {
  const { campaignId, reason } = extension
  await inTransaction(stores.db, async tx => {
    const [before] = await tx.$queryRaw<Before[]>`
      select stopped, quantity, valid_to as "validTo" from coupon_campaign where id = ${campaignId} for update`
    if (!before) throw new DomainError('not-found', `no campaign ${campaignId}`)
    if (before.stopped) throw new DomainError('coupon-not-valid', 'the campaign was stopped', { reason: 'stopped' })
    const after = {
      quantity: extension.quantity ?? before.quantity,
      validTo: extension.validTo ? new Date(extension.validTo) : before.validTo,
    }
    if (after.quantity < before.quantity || after.validTo < before.validTo)
      throw new DomainError('invalid-input', 'a campaign only grows', { reason: 'campaign-only-grows' })
    if (after.quantity === before.quantity && after.validTo.getTime() === before.validTo.getTime()) return
    await tx.$executeRaw`
      update coupon_campaign set quantity = ${after.quantity}, valid_to = ${after.validTo} where id = ${campaignId}`
    await writeAudit(tx, {
      actorKind: 'operator',
      actorId: operatorId,
      action: 'coupon.extend',
      orderId: null,
      subject: campaignId,
      reason,
      details: { before: { quantity: before.quantity, validTo: before.validTo.toISOString() }, after },
    })
  })
  await tryOnRedis(stores, redis => forgetCampaign(redis, campaignId))
}
