import type { ListChargesAnswer, ListChargesRequest, ListedCharge } from '@makegood/core/ports/payment-gateway'
import type Stripe from 'stripe'
import type { GuardedCall } from '../outside/create-guard.ts'
import { chargeMetadata } from './charge-metadata.ts'
import { readIntent } from './read-intent.ts'
import { readReadingTrouble } from './read-trouble.ts'

const pageMax = 100

/** A charge of the shop; what others made on the same account is left out. */
const readListed = (intent: Stripe.PaymentIntent): ListedCharge[] => {
  const read = chargeMetadata.safeParse(intent.metadata)
  return read.success ? [{ ...read.data, ...readIntent(intent), createdAt: new Date(intent.created * 1000) }] : []
}

/** Lists what was charged since then, newest first, a page at a time; a cursor goes on where its page ended. */
export const listCharges =
  (stripe: Stripe, guard: GuardedCall) =>
  async ({ since, cursor }: ListChargesRequest): Promise<ListChargesAnswer> =>
    await guard<ListChargesAnswer>(async () => {
      const page = await stripe.paymentIntents.list({
        created: { gte: Math.floor(since.getTime() / 1000) },
        limit: pageMax,
        ...(cursor === undefined ? {} : { starting_after: cursor }),
        expand: ['data.latest_charge'],
      })
      const nextCursor = page.has_more ? (page.data.at(-1)?.id ?? null) : null
      return { outcome: 'ok', charges: page.data.flatMap(readListed), nextCursor }
    }, readReadingTrouble)
