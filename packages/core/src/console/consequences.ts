import { z } from 'zod'
import { messageTemplates } from '../messages/message-data.ts'
import { channels, messagePlans, type ToldEvent } from '../messages/message-plan.ts'
import { wireMoneySchema } from '../money/wire-money-schema.ts'
import { orderStatuses } from '../order/order-states.ts'

/** What an operator's act will do to money, stock, coupon, parcels and order, and what the shopper will be told; said before it is done. */
export const consequencesSchema = z.object({
  money: z.array(
    z.object({
      what: z.enum([
        'taken-from-card',
        'taken-from-wallet',
        'put-into-wallet',
        'back-to-card',
        'back-to-wallet',
        'kept-as-fee',
      ]),
      amount: wireMoneySchema,
    }),
  ),
  stock: z.array(
    z.object({
      what: z.enum(['put-aside', 'sold', 'for-sale-again', 'as-received', 'written-off']),
      variantId: z.string(),
      name: z.string(),
      quantity: z.int(),
    }),
  ),
  coupons: z.array(z.enum(['coupon-used', 'coupon-free-again'])),
  parcels: z.array(z.enum(['registered', 'cancelled', 'fetched'])),
  /** The states that the order goes to, one after the other. */
  states: z.array(z.enum(orderStatuses)),
  messages: z.array(
    z.object({ template: z.enum(messageTemplates as [string, ...string[]]), channels: z.array(z.enum(channels)) }),
  ),
})
export type Consequences = z.infer<typeof consequencesSchema>

export const noConsequences: Consequences = {
  money: [],
  stock: [],
  coupons: [],
  parcels: [],
  states: [],
  messages: [],
}

/** What the shopper is told by an event: the message and its channels. */
export const messageOf = (event: ToldEvent): Consequences['messages'][number] => {
  const { template, channels } = messagePlans[event]
  return { template, channels: [...channels] }
}
