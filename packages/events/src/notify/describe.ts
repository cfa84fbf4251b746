import type { OrderFacts } from '@makegood/db/notification/read-order-facts'
import type { ShopEvent } from '../reactions/reaction.ts'
import type { Deps } from '../saga/deps.ts'

/**
 * Says what the message about an event is made of; null where this one is not told, because another event tells it. What
 * it answers is held against the template's schema before it is written down.
 */
export type Describe = (
  deps: Deps,
  event: ShopEvent,
  order: OrderFacts,
) => Promise<Readonly<Record<string, unknown>> | null>
