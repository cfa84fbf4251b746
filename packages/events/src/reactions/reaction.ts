import type { EventName } from '@makegood/core/events/catalogue'
import type { Inngest, InngestFunction } from 'inngest'
import { shopEvent } from '../event-types.ts'
import type { Deps } from '../saga/deps.ts'

/** An event as a reaction sees it; its id is the outbox id, the same at every delivery. */
export type ShopEvent = {
  readonly id: string
  readonly name: EventName
  readonly at: Date
  readonly correlationId: string
  readonly payload: Readonly<Record<string, unknown>>
}

/**
 * Something that follows events and can neither slow nor fail an order: a function of its own, which takes events in
 * batches and is idempotent by their ids. It lives in one file and exports this as `reaction`; being there is all it takes.
 */
export type Reaction = {
  readonly id: string
  readonly listensTo: readonly EventName[]
  /** Handles a batch, all of it; throws to have the batch again. A second time with the same events changes nothing. */
  handle(deps: Deps, events: readonly ShopEvent[]): Promise<void>
}

const batch = { maxSize: 100, timeout: '1s' } as const
/** About five hours of the engine's own growing waits: a reaction waits for what it needs, orders do not wait for it. */
const retries = 10

/** The function of a reaction. */
export const createReactionFunction = (inngest: Inngest, deps: Deps, reaction: Reaction): InngestFunction.Any =>
  inngest.createFunction(
    { id: reaction.id, triggers: reaction.listensTo.map(name => shopEvent(name)), batchEvents: batch, retries },
    async ({ events, step }) => {
      const shopEvents = (events as unknown as readonly CarriedEvent[]).map(toShopEvent)
      await step.run('handle', () => reaction.handle(deps, shopEvents))
      return { events: events.length }
    },
  )

type CarriedEvent = {
  readonly id: string
  readonly name: EventName
  readonly ts: number
  readonly data: Readonly<Record<string, unknown>> & { readonly correlationId: string }
}

const toShopEvent = ({ id, name, ts, data }: CarriedEvent): ShopEvent => {
  const { correlationId, ...payload } = data
  return { id, name, at: new Date(ts), correlationId, payload }
}
