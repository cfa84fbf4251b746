import type { EventName } from '../events/catalogue.ts'

/**
 * What is told of each order that goes well, within its first seconds: most of the audit log. Whoever asks for one of these
 * meets it on the way; all others have an index. `is_of_every_order` in the database is this list: a migration that changes it
 * builds the index `audit_entry_action` anew.
 */
export const actsOfEveryOrder = [
  'order/created',
  'stock/reserved',
  'order/payment.requested',
  'order/processing',
  'order/payment',
  'order/processed',
  'payment/completed',
  'order/confirmed',
] as const satisfies readonly EventName[]
