import { recordSales } from '@makegood/db/ranking/record-sales'
import type { Reaction } from '../reaction.ts'

/** What was sold counts in the ranking of its day, each order once. */
export const reaction: Reaction = {
  id: 'sales-ranking',
  listensTo: ['order/processed'],
  handle: (deps, events) =>
    recordSales(
      deps,
      events.map(event => String(event.payload.orderId)),
    ),
}
