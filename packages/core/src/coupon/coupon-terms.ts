import type { z } from 'zod'
import type { Money } from '../money/money.ts'
import { fromWireMoney } from '../money/wire-money.ts'
import type { couponTermsSchema } from './coupon-terms-schema.ts'

export const couponKinds = ['PERCENT', 'FIXED'] as const
export type CouponKind = (typeof couponKinds)[number]

/** What a campaign promises. `amount` is what a FIXED coupon takes off, and the most that a PERCENT one may. */
export type CouponTerms = {
  readonly kind: CouponKind
  readonly percent: number | null
  readonly amount: Money | null
  readonly minimum: Money
  readonly validFrom: Date
  readonly validTo: Date
  readonly stopped: boolean
}

export type WireCouponTerms = z.infer<typeof couponTermsSchema>

export const fromWireTerms = (wire: WireCouponTerms): CouponTerms => ({
  ...wire,
  amount: wire.amount && fromWireMoney(wire.amount),
  minimum: fromWireMoney(wire.minimum),
  validFrom: new Date(wire.validFrom),
  validTo: new Date(wire.validTo),
})
