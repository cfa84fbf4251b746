import { z } from 'zod'
import type { DeliveryTerms } from './delivery/delivery-terms.ts'

const seconds = (fallback: number) => z.coerce.number().int().positive().default(fallback)
const won = (fallback: bigint) => z.coerce.bigint().nonnegative().default(fallback)
const workingDays = (fallback: number) => z.coerce.number().int().min(1).max(60).default(fallback)
const minute = 60
const hour = 60 * minute
const day = 24 * hour

/** The shop's policy values, each in one place and overridable by the env name given here. Durations in seconds. */
export const policySchema = z.object({
  /** How long reserved stock waits for its payment; then it is released and the order cancelled. */
  POLICY_RESERVATION_SECONDS: seconds(30 * minute),
  /** How long one payment may take from its opening; then it is undone and the order cancelled. */
  POLICY_PAYMENT_SECONDS: seconds(10 * minute),
  /** How long a paid order waits for its confirmation; then it is refunded and cancelled. */
  POLICY_CONFIRMATION_SECONDS: seconds(24 * hour),
  /** How long a confirmed order can still be cancelled by its shopper before its parcel is packed and registered; 0 packs at once. */
  POLICY_PACKING_SECONDS: z.coerce.number().int().nonnegative().default(0),
  /** How long a confirmed order waits for the carrier to take it; then an operator is alerted. */
  POLICY_SHIPPING_START_SECONDS: seconds(48 * hour),
  /** How long after delivery a purchase counts as accepted. */
  POLICY_COMPLETION_SECONDS: seconds(7 * day),
  /** Orders of this many minor units or more wait for an operator's confirmation; 0 confirms all by itself. */
  POLICY_HOLD_FROM_MINOR: z.coerce.bigint().nonnegative().default(3_000_000n),
  /** What the shop keeps, in percent of the total, where a shopper cancels a confirmed order; rounded down. */
  POLICY_CANCEL_FEE_PERCENT: z.coerce.number().int().min(0).max(100).default(5),
  /** What becomes of a payment that arrives after its order was given up: taken up again where stock allows, or refunded. */
  POLICY_LATE_PAYMENT: z.enum(['take-up', 'refund']).default('take-up'),
  /** How long a saga may show no progress before it is started again. */
  POLICY_SAGA_LEASE_SECONDS: seconds(30),
  /** How long an order may stand paused before Today tells of it. */
  POLICY_PAUSE_REMINDER_SECONDS: seconds(24 * hour),
  /** How often a saga's step is tried before it counts as failed. */
  POLICY_STEP_ATTEMPTS: z.coerce.number().int().min(1).max(10).default(5),
  /** How long sent events, handled webhooks, settled limits and delivered records are kept; longer than a webhook is sent again. */
  POLICY_RETENTION_SECONDS: seconds(30 * day),
  /** The most units of one variant in one cart. */
  POLICY_LINE_QUANTITY_MAX: z.coerce.number().int().positive().default(99),
  /** The most different variants in one cart. */
  POLICY_CART_LINES_MAX: z.coerce.number().int().positive().default(50),
  /** The least that one top-up of a wallet may be, in minor units. */
  POLICY_TOP_UP_MIN_MINOR: z.coerce.bigint().positive().default(1_000n),
  /** The most that one top-up of a wallet may be, in minor units. */
  POLICY_TOP_UP_MAX_MINOR: z.coerce.bigint().positive().default(1_000_000n),
  /** How long an operator's session lasts at most; then they sign in again. */
  POLICY_OPERATOR_SESSION_SECONDS: seconds(12 * hour),
  /** How long an operator's session lasts while nothing is done in it. */
  POLICY_OPERATOR_IDLE_SECONDS: seconds(2 * hour),
  /** How long the link lasts with which an invited operator begins. */
  POLICY_INVITATION_SECONDS: seconds(3 * day),
  /** How long a request for a second pair of eyes waits before it runs out. */
  POLICY_APPROVAL_SECONDS: seconds(3 * day),
  /** The most that support may put into or take out of a wallet alone, in minor units; above it somebody else decides. */
  POLICY_ADJUST_SUPPORT_MINOR: won(30_000n),
  /** The most that finance or an admin may put into or take out of a wallet alone, in minor units. */
  POLICY_ADJUST_FINANCE_MINOR: won(300_000n),
  /** The most that support or operations may give back of one order alone, goods that do not come back included, in minor units. */
  POLICY_REFUND_SUPPORT_MINOR: won(100_000n),
  /** The most that finance or an admin may give back of one order alone, in minor units. */
  POLICY_REFUND_FINANCE_MINOR: won(1_000_000n),
  /** What standard delivery at home costs, in minor units. */
  POLICY_DELIVERY_STANDARD_MINOR: won(3_000n),
  /** The goods less their discount from which standard delivery at home is free, in minor units. */
  POLICY_DELIVERY_FREE_FROM_MINOR: won(50_000n),
  /** What express delivery at home costs, in minor units; it is never free. */
  POLICY_DELIVERY_EXPRESS_MINOR: won(6_000n),
  /** What delivery to another country costs, in minor units. */
  POLICY_DELIVERY_ABROAD_MINOR: won(25_000n),
  /** The fewest working days of standard delivery at home. */
  POLICY_DELIVERY_STANDARD_DAYS_MIN: workingDays(2),
  /** The most working days of standard delivery at home. */
  POLICY_DELIVERY_STANDARD_DAYS_MAX: workingDays(4),
  /** The fewest working days of express delivery at home. */
  POLICY_DELIVERY_EXPRESS_DAYS_MIN: workingDays(1),
  /** The most working days of express delivery at home. */
  POLICY_DELIVERY_EXPRESS_DAYS_MAX: workingDays(2),
  /** The fewest working days of delivery to another country. */
  POLICY_DELIVERY_ABROAD_DAYS_MIN: workingDays(7),
  /** The most working days of delivery to another country. */
  POLICY_DELIVERY_ABROAD_DAYS_MAX: workingDays(14),
})

export type Policy = {
  readonly reservationSeconds: number
  readonly paymentSeconds: number
  readonly confirmationSeconds: number
  readonly packingSeconds: number
  readonly shippingStartSeconds: number
  readonly completionSeconds: number
  readonly holdFromMinor: bigint
  readonly cancelFeePercent: number
  readonly latePayment: 'take-up' | 'refund'
  readonly sagaLeaseSeconds: number
  readonly pauseReminderSeconds: number
  readonly stepAttempts: number
  readonly retentionSeconds: number
  readonly lineQuantityMax: number
  readonly cartLinesMax: number
  readonly topUpMinMinor: bigint
  readonly topUpMaxMinor: bigint
  readonly operatorSessionSeconds: number
  readonly operatorIdleSeconds: number
  readonly invitationSeconds: number
  readonly approvalSeconds: number
  readonly aloneUpTo: AloneUpTo
  readonly delivery: DeliveryTerms
}

/** How much of each act the roles may do alone, in minor units. */
export type AloneUpTo = Readonly<
  Record<'wallet-adjustment' | 'refund', { readonly supportMinor: bigint; readonly financeMinor: bigint }>
>

export const toPolicy = (env: z.infer<typeof policySchema>): Policy => ({
  reservationSeconds: env.POLICY_RESERVATION_SECONDS,
  paymentSeconds: env.POLICY_PAYMENT_SECONDS,
  confirmationSeconds: env.POLICY_CONFIRMATION_SECONDS,
  packingSeconds: env.POLICY_PACKING_SECONDS,
  shippingStartSeconds: env.POLICY_SHIPPING_START_SECONDS,
  completionSeconds: env.POLICY_COMPLETION_SECONDS,
  holdFromMinor: env.POLICY_HOLD_FROM_MINOR,
  cancelFeePercent: env.POLICY_CANCEL_FEE_PERCENT,
  latePayment: env.POLICY_LATE_PAYMENT,
  sagaLeaseSeconds: env.POLICY_SAGA_LEASE_SECONDS,
  pauseReminderSeconds: env.POLICY_PAUSE_REMINDER_SECONDS,
  stepAttempts: env.POLICY_STEP_ATTEMPTS,
  retentionSeconds: env.POLICY_RETENTION_SECONDS,
  lineQuantityMax: env.POLICY_LINE_QUANTITY_MAX,
  cartLinesMax: env.POLICY_CART_LINES_MAX,
  topUpMinMinor: env.POLICY_TOP_UP_MIN_MINOR,
  topUpMaxMinor: env.POLICY_TOP_UP_MAX_MINOR,
  operatorSessionSeconds: env.POLICY_OPERATOR_SESSION_SECONDS,
  operatorIdleSeconds: env.POLICY_OPERATOR_IDLE_SECONDS,
  invitationSeconds: env.POLICY_INVITATION_SECONDS,
  approvalSeconds: env.POLICY_APPROVAL_SECONDS,
  aloneUpTo: {
    'wallet-adjustment': {
      supportMinor: env.POLICY_ADJUST_SUPPORT_MINOR,
      financeMinor: env.POLICY_ADJUST_FINANCE_MINOR,
    },
    refund: { supportMinor: env.POLICY_REFUND_SUPPORT_MINOR, financeMinor: env.POLICY_REFUND_FINANCE_MINOR },
  },
  delivery: {
    standardMinor: env.POLICY_DELIVERY_STANDARD_MINOR,
    freeFromMinor: env.POLICY_DELIVERY_FREE_FROM_MINOR,
    expressMinor: env.POLICY_DELIVERY_EXPRESS_MINOR,
    abroadMinor: env.POLICY_DELIVERY_ABROAD_MINOR,
    days: {
      standard: toRange(env.POLICY_DELIVERY_STANDARD_DAYS_MIN, env.POLICY_DELIVERY_STANDARD_DAYS_MAX),
      express: toRange(env.POLICY_DELIVERY_EXPRESS_DAYS_MIN, env.POLICY_DELIVERY_EXPRESS_DAYS_MAX),
      abroad: toRange(env.POLICY_DELIVERY_ABROAD_DAYS_MIN, env.POLICY_DELIVERY_ABROAD_DAYS_MAX),
    },
  },
})

/** A most below the fewest counts as the fewest. */
const toRange = (min: number, max: number) => ({ min, max: Math.max(min, max) })
