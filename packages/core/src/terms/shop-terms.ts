import { z } from 'zod'
import { toWireDeliveryTerms } from '../delivery/delivery-terms.ts'
import { deliveryTermsSchema } from '../delivery/delivery-terms-schema.ts'
import type { Policy } from '../policy.ts'

const minor = z.string().regex(/^\d{1,15}$/)
const seconds = z.int().nonnegative()

/** The figures of what the shop promises, so that its pages need to write none of them down. Money in minor units of its currency. */
export const shopTermsSchema = z.object({
  delivery: deliveryTermsSchema,
  /** Orders of this much or more are looked at by a person before they are confirmed; 0 where none is. */
  holdFromMinor: minor,
  /** What is kept, in percent of what was paid, where a shopper cancels a confirmed order. */
  cancelFeePercent: z.int(),
  latePayment: z.enum(['take-up', 'refund']),
  topUpMinMinor: minor,
  topUpMaxMinor: minor,
  /** How long each thing lasts. */
  seconds: z.object({
    reservation: seconds,
    payment: seconds,
    packing: seconds,
    /** From the delivery; until then a return can be asked for. */
    returning: seconds,
    retention: seconds,
    visitorCookie: seconds,
    orderLinkCookie: seconds,
    session: seconds,
  }),
})
type ShopTerms = z.infer<typeof shopTermsSchema>

type CookieSeconds = Pick<ShopTerms['seconds'], 'visitorCookie' | 'orderLinkCookie' | 'session'>

/** The shop's terms from its policy, which knows nothing of how long a browser is known. */
export const toShopTerms = (policy: Policy, cookies: CookieSeconds): ShopTerms => ({
  delivery: toWireDeliveryTerms(policy.delivery),
  holdFromMinor: policy.holdFromMinor.toString(),
  cancelFeePercent: policy.cancelFeePercent,
  latePayment: policy.latePayment,
  topUpMinMinor: policy.topUpMinMinor.toString(),
  topUpMaxMinor: policy.topUpMaxMinor.toString(),
  seconds: {
    reservation: policy.reservationSeconds,
    payment: policy.paymentSeconds,
    packing: policy.packingSeconds,
    returning: policy.completionSeconds,
    retention: policy.retentionSeconds,
    ...cookies,
  },
})
