import type { CouponTerms } from '@makegood/core/coupon/coupon-terms'
import { DomainError } from '@makegood/core/errors'
import type { Tx } from '../client.ts'
import { type TermsRow, termsColumns, toTerms } from './campaign-row.ts'
import { isFreeFor } from './free-coupon.ts'

export type FoundCoupon = { readonly terms: CouponTerms; readonly free: boolean; readonly readAt: Date }

/** A shopper's own coupon with its terms, and whether this order may have it; null where it is nobody's or somebody else's. */
export const findOwnCoupon = async (
  db: Tx,
  request: { readonly claimId: string; readonly userId: string; readonly orderId: string },
): Promise<FoundCoupon | null> => {
  const rows = await db.$queryRaw<(TermsRow & { free: boolean; readAt: Date })[]>`
    select ${termsColumns}, ${isFreeFor(request.orderId)} as free, now() as "readAt"
    from coupon_claim c join coupon_campaign campaign on campaign.id = c.campaign_id
    where c.id = ${request.claimId} and c.user_id = ${request.userId}`
  const row = rows[0]
  return row ? { terms: toTerms(row), free: row.free, readAt: row.readAt } : null
}

/** As `findOwnCoupon`, and refuses one that this order may not have. */
export const requireOwnCoupon = async (
  db: Tx,
  request: { readonly claimId: string; readonly userId: string | null; readonly orderId: string },
): Promise<FoundCoupon | DomainError> => {
  const { userId } = request
  if (userId === null) return new DomainError('sign-in-required', 'a guest has no coupons')
  const found = await findOwnCoupon(db, { ...request, userId })
  if (!found) return new DomainError('coupon-not-valid', 'no such coupon of this shopper', { reason: 'unknown' })
  return found.free ? found : new DomainError('coupon-in-use', 'another order has the coupon')
}
