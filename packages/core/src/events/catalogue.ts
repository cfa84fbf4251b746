import { z } from 'zod'
import { idSchema } from '../ids.ts'

const orderId = idSchema('order')
const paymentId = idSchema('payment')
const shortLine = z.object({ variantId: idSchema('variant'), wanted: z.int(), available: z.int() })

/** One event of the shop: its version and the shape of its payload. A change of shape is a new version. */
const event = <Shape extends z.ZodRawShape>(shape: Shape) => ({ version: 1, payload: z.object(shape) })

/** Every event that the shop sends, by name. What is not here cannot be written to the outbox. */
export const eventCatalogue = {
  'order/created': event({ orderId }),
  'stock/reserved': event({ orderId }),
  'stock/insufficient': event({ orderId, shortLines: z.array(shortLine) }),
  'order/payment.requested': event({ orderId, paymentId }),
  'order/processing': event({ orderId, paymentId }),
  'order/processing.failed': event({ orderId, paymentId, reason: z.string() }),
  'order/payment': event({ orderId, paymentId }),
  'order/payment.failed': event({ orderId, paymentId, reason: z.string() }),
  'order/processed': event({ orderId, paymentId }),
  'order/confirmed': event({ orderId }),
  'order/cancelled': event({ orderId, reason: z.string() }),
} as const

export type EventName = keyof typeof eventCatalogue
export type EventPayload<Name extends EventName> = z.infer<(typeof eventCatalogue)[Name]['payload']>
