import { checkCouponWindow } from '@makegood/core/coupon/check-coupon'
import type { OwnCouponView } from '@makegood/core/coupon/views'
import type { Locale } from '@makegood/core/locale'
import type { Tx } from '../client.ts'
import { type TermsRow, termsColumns, toTerms, toWireTerms } from './campaign-row.ts'
import { isFreeFor } from './free-coupon.ts'

type Row = TermsRow & {
  claimId: string
  campaignId: string
  nameKo: string
  nameEn: string
  free: boolean
  redeemed: boolean
  orderId: string | null
  claimedAt: Date
  readAt: Date
}

/** A shopper's own newest hundred coupons, each with what can be done with it now. */
export const listOwnCoupons = async (
  db: Tx,
  request: { readonly userId: string; readonly locale: Locale },
): Promise<OwnCouponView[]> => {
  const rows = await db.$queryRaw<Row[]>`
    select ${termsColumns}, c.id as "claimId", c.campaign_id as "campaignId", campaign.name_ko as "nameKo",
      campaign.name_en as "nameEn", ${isFreeFor('')} as free, c.status = 'REDEEMED' as redeemed, c.order_id as "orderId",
      c.claimed_at as "claimedAt", now() as "readAt"
    from coupon_claim c join coupon_campaign campaign on campaign.id = c.campaign_id
    where c.user_id = ${request.userId} order by c.claimed_at desc, c.id desc limit 100`
  return rows.map(row => ({
    claimId: row.claimId,
    campaignId: row.campaignId,
    name: request.locale === 'ko' ? row.nameKo : row.nameEn,
    terms: toWireTerms(row),
    state: stateOf(row),
    orderId: row.free ? null : row.orderId,
    claimedAt: row.claimedAt.toISOString(),
  }))
}

const stateOf = (row: Row): OwnCouponView['state'] => {
  if (row.redeemed) return 'used'
  if (!row.free) return 'in-use'
  return checkCouponWindow(toTerms(row), row.readAt) ?? 'ready'
}
