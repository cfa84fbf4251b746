import { z } from 'zod'
import { idSchema } from '../id-schema.ts'
import { wireMoneySchema } from '../money/wire-money-schema.ts'
import { orderStatuses } from '../order/order-states.ts'

const orderId = idSchema('order')
const paymentId = idSchema('payment')
const cancellationId = idSchema('cancellation')
const returnId = idSchema('return')
const shipmentId = idSchema('shipment')
const topUpId = idSchema('topUp')
const userId = z.string()
const reason = z.string()
const shortLine = z.object({ variantId: idSchema('variant'), wanted: z.int(), available: z.int() })
const sagaInput = z.record(z.string(), z.unknown())

/** One event of the shop: its version and the shape of its payload. A change of shape is a new version. */
const event = <Shape extends z.ZodRawShape>(shape: Shape) => ({ version: 1, payload: z.object(shape) })

/** Every event that the shop sends, by name. What is not here cannot be written to the outbox. */
export const eventCatalogue = {
  'order/created': event({ orderId }),
  'stock/reserved': event({ orderId }),
  'stock/insufficient': event({ orderId, shortLines: z.array(shortLine) }),
  /** `card` and `wallet` say which legs the payment has, `coupon` whether the order has one. */
  'order/payment.requested': event({
    orderId,
    paymentId,
    card: z.boolean(),
    wallet: z.boolean(),
    coupon: z.boolean(),
  }),
  'order/processing': event({ orderId, paymentId }),
  'order/processing.failed': event({ orderId, paymentId, reason }),
  'order/payment': event({ orderId, paymentId }),
  'order/payment.failed': event({ orderId, paymentId, reason }),
  'order/processed': event({ orderId, paymentId }),
  'order/confirmed': event({ orderId }),
  'order/cancel.requested': event({ orderId, cancellationId, fromStatus: z.enum(orderStatuses) }),
  'order/cancel.refused': event({ orderId, cancellationId, reason }),
  'order/cancelled': event({ orderId, reason }),
  'order/completed': event({ orderId }),
  'order/returned': event({ orderId, returnId }),
  'order/refunded': event({ orderId, returnId }),
  /** Somebody who knows number and contact of an order asks for the way to it: it goes to the order's own e-mail. */
  'order/link.requested': event({ orderId }),
  /** A late payment of `takenUpFrom`, which was cancelled, has paid this order in its place. */
  'order/taken.up': event({ orderId, takenUpFrom: orderId, paymentId }),

  'payment/completed': event({ orderId, paymentId }),
  'payment/failed': event({ orderId, paymentId, reason }),
  /** The gateway asks for the shopper's approval (3-D Secure). */
  'payment/action.required': event({ orderId, paymentId }),
  /** Something may have happened to this attempt: whoever waits for it looks again. */
  'payment/changed': event({ orderId, paymentId }),
  /** A charge succeeded whose attempt was given up before. */
  'payment/late': event({ orderId, paymentId, chargeRef: z.string() }),
  /** Money has gone back to the shopper; `source` says why. */
  'payment/refunded': event({
    orderId,
    paymentId,
    source: z.enum(['undo', 'late', 'cancellation', 'return', 'operator']),
    leg: z.enum(['card', 'wallet']),
    amount: wireMoneySchema,
  }),

  /** An operator gives back a part of what was paid. */
  'refund/requested': event({ orderId, refundRequestId: idSchema('refundRequest') }),
  /** All of that part is back, the card's and the wallet's. */
  'refund/finished': event({ orderId, refundRequestId: idSchema('refundRequest') }),

  'shipping/prepared': event({ orderId, shipmentId }),
  'shipping/dispatched': event({ orderId, shipmentId }),
  'shipping/delivered': event({ orderId, shipmentId }),
  'shipping/lost': event({ orderId, shipmentId }),
  'shipping/refused': event({ orderId, shipmentId }),

  'return/requested': event({ orderId, returnId }),
  /** `withoutGoods`: nothing comes back, so nothing is picked up. */
  'return/accepted': event({ orderId, returnId, withoutGoods: z.boolean() }),
  'return/rejected': event({ orderId, returnId, reason }),
  /** Something happened to this return: whoever waits for it looks again. */
  'return/changed': event({ orderId, returnId }),
  'return/refunded': event({ orderId, returnId }),

  'wallet/top-up.requested': event({ topUpId, userId }),
  'wallet/top-up.changed': event({ topUpId, userId }),
  'wallet/topped-up': event({ topUpId, userId }),
  'wallet/top-up.failed': event({ topUpId, userId, reason }),
  'coupon/claimed': event({ claimId: idSchema('claim'), campaignId: idSchema('campaign'), userId }),

  'webhook/received': event({ provider: z.enum(['payment', 'carrier']), eventId: z.string() }),
  /** Starts a saga again from what it has recorded; an older run of it can write nothing any more. */
  'saga/resumed': event({ sagaId: z.string(), name: z.string(), generation: z.int(), input: sagaInput }),
} as const

export type EventName = keyof typeof eventCatalogue
export type EventPayload<Name extends EventName> = z.infer<(typeof eventCatalogue)[Name]['payload']>
