import { z } from 'zod'
import { wireMoneySchema } from '../money/wire-money-schema.ts'

/** A request to cancel an order, as its shopper sees it. */
export const cancellationViewSchema = z.object({
  id: z.string(),
  state: z.enum(['requested', 'done', 'refused']),
  by: z.enum(['shopper', 'operator', 'system', 'carrier']),
  /** Why the request was refused; null where it was not. */
  refusal: z.string().nullable(),
  /** What an operator wrote to the shopper; may be empty. */
  note: z.string(),
  /** What the shop keeps, fixed with the request; nothing where it was refused. */
  fee: wireMoneySchema,
  requestedAt: z.iso.datetime(),
  endedAt: z.iso.datetime().nullable(),
})

/** What became of some requests to cancel; `refusal` is a code, null where it was not refused. */
export const cancellationOutcomesSchema = z.array(
  z.object({ id: z.string(), state: z.enum(['requested', 'done', 'refused']), refusal: z.string().nullable() }),
)
export type CancellationOutcome = z.infer<typeof cancellationOutcomesSchema>[number]

/** What a cancellation would come to now; `refusal` is why it may not be asked for, null where it may. */
export const cancelTermsSchema = z.object({
  refusal: z.enum(['order-dispatched', 'order-not-cancellable', 'cancel-in-progress']).nullable(),
  fee: wireMoneySchema,
  toCard: wireMoneySchema,
  toWallet: wireMoneySchema,
  /** A payment is being taken at this moment; whatever it takes goes back in full. */
  paymentUnderWay: z.boolean(),
})
export type CancelTermsView = z.infer<typeof cancelTermsSchema>
