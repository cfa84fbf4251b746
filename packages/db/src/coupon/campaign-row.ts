import type { CouponKind, CouponTerms, WireCouponTerms } from '@makegood/core/coupon/coupon-terms'
import { money } from '@makegood/core/money/money'
import { toCurrency } from '../catalogue/to-currency.ts'
import { Prisma } from '../generated/prisma/client.ts'
import { toWire } from '../order/line-views.ts'

/** A campaign's terms as the database gives them, from `campaign`. */
export type TermsRow = {
  readonly kind: CouponKind
  readonly percent: number | null
  readonly amountMinor: bigint | null
  readonly minimumMinor: bigint
  readonly currency: string
  readonly validFrom: Date
  readonly validTo: Date
  readonly stopped: boolean
}

/** The columns of a `TermsRow`, of a campaign named `campaign` in the statement. */
export const termsColumns = Prisma.sql`campaign.kind, campaign.percent, campaign.amount_minor as "amountMinor",
  campaign.minimum_minor as "minimumMinor", campaign.currency, campaign.valid_from as "validFrom",
  campaign.valid_to as "validTo", campaign.stopped`

export const toTerms = (row: TermsRow): CouponTerms => {
  const currency = toCurrency(row.currency)
  return {
    kind: row.kind,
    percent: row.percent,
    amount: row.amountMinor === null ? null : money(row.amountMinor, currency),
    minimum: money(row.minimumMinor, currency),
    validFrom: row.validFrom,
    validTo: row.validTo,
    stopped: row.stopped,
  }
}

export const toWireTerms = (row: TermsRow): WireCouponTerms => ({
  kind: row.kind,
  percent: row.percent,
  amount: row.amountMinor === null ? null : toWire(row.amountMinor, row.currency),
  minimum: toWire(row.minimumMinor, row.currency),
  validFrom: row.validFrom.toISOString(),
  validTo: row.validTo.toISOString(),
  stopped: row.stopped,
})
