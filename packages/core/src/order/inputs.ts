import { z } from 'zod'
import { addressSchema } from '../address/address-schema.ts'
import { deliveryMethods } from '../delivery/delivery-terms.ts'
import { idSchema } from '../id-schema.ts'
import { locales } from '../locale.ts'

/** An address as a caller may give it: at home where no country is said. */
export type DeliveryAddress = z.input<typeof addressSchema>

/** Prices are not an input: `expectedTotalMinor` is what the shopper was shown, and a different total is refused. */
export const placeOrderInput = z.strictObject({
  orderId: idSchema('order'),
  expectedTotalMinor: z.string().regex(/^\d{1,15}$/),
  email: z.email().max(254),
  address: addressSchema,
  /** The standard method where none is said; what it costs is the shop's to say, and part of the total. */
  deliveryMethod: z.enum(deliveryMethods).default('standard'),
  locale: z.enum(locales),
  /** The coupon to use, of the signed-in shopper's own; `expectedTotalMinor` is then the discounted total. */
  couponClaimId: idSchema('claim').nullable().default(null),
})

/** A gateway's token for a card; the card itself never reaches the shop. */
export const paymentMethodSchema = z.string().regex(/^pm_[A-Za-z0-9_]{1,120}$/)

/** The wallet pays `walletMinor`, the card the rest; a card is needed where there is a rest. */
export const payOrderInput = z.strictObject({
  orderId: idSchema('order'),
  paymentId: idSchema('payment'),
  walletMinor: z
    .string()
    .regex(/^\d{1,15}$/)
    .default('0'),
  paymentMethod: paymentMethodSchema.nullable(),
})

export const getOrderInput = z.strictObject({ orderId: idSchema('order'), locale: z.enum(locales) })

/** One page of the caller's own orders; pages are by key, so a page costs the same however deep it is. */
export const listOwnOrdersInput = z.strictObject({
  locale: z.enum(locales),
  cursor: z.string().max(60).optional(),
})

export const followOrderInput = z.strictObject({
  orderId: idSchema('order'),
  locale: z.enum(locales),
  /** Set by the client when it comes back after a lost connection. */
  lastEventId: z.string().max(64).nullish(),
})

export const orderInput = z.strictObject({ orderId: idSchema('order') })

/**
 * Asks for an order to be cancelled. The id is the client's, so that a repeated request asks once. `expectedFeeMinor` is
 * the fee that the shopper was shown, none where it is not said; where it would be more, the request is refused.
 */
export const cancelOrderInput = orderInput.extend({
  cancellationId: idSchema('cancellation'),
  expectedFeeMinor: z
    .string()
    .regex(/^\d{1,15}$/)
    .default('0'),
})

/** The shopper is back from the bank's page: whoever waits for this payment shall look again. */
export const lookAgainInput = orderInput.extend({ paymentId: idSchema('payment') })
