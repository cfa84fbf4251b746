import { appendDeliveries } from '@makegood/db/data-delivery/append-deliveries'
import { sendDeliveriesSoon } from '../../data-delivery/send-deliveries.ts'
import type { Reaction } from '../reaction.ts'

/** The data platform hears of each processed order, and of what is cancelled or given back afterwards, once and in batches. */
export const reaction: Reaction = {
  id: 'data-platform',
  listensTo: ['order/processed', 'order/cancelled', 'order/refunded', 'return/refunded'],
  async handle(deps, events) {
    if ((await appendDeliveries(deps.db, events)) > 0) await sendDeliveriesSoon(deps)
  },
}
