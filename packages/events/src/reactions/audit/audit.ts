import { auditEvents } from '@makegood/db/audit/audit-events'
import type { Reaction } from '../reaction.ts'

/** Calls to look again: nothing has happened by them, so there is nothing to answer for. */
const calls: readonly string[] = ['payment/changed', 'return/changed']

/** Everything that happens to an order, its payments, parcels and returns is written down once, with who did it. */
export const reaction: Reaction = {
  id: 'audit',
  listensTo: ['order/*', 'payment/*', 'shipping/*', 'return/*'],
  async handle({ db }, events) {
    await auditEvents(
      db,
      events.filter(({ name }) => !calls.includes(name)),
    )
  },
}
