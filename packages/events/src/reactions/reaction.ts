import type { EventName } from '@makegood/core/events/catalogue'
import { openIncident } from '@makegood/db/saga/open-incident'
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

/** Every event whose name begins so; a function may name ten triggers at most. */
export type EventFamily = 'order/*' | 'payment/*' | 'shipping/*' | 'return/*'

/**
 * Something that follows events and can neither slow nor fail an order: a function of its own, which takes events in
 * batches and is idempotent by their ids. It lives in one file and exports this as `reaction`; being there is all it takes.
 */
export type Reaction = {
  readonly id: string
  readonly listensTo: readonly (EventName | EventFamily)[]
  /** Handles a batch, all of it; throws to have the batch again. A second time with the same events changes nothing. */
  handle(deps: Deps, events: readonly ShopEvent[]): Promise<void>
}

const batch = { maxSize: 100, timeout: '1s' } as const
/** About five hours of the engine's own growing waits: a reaction waits for what it needs, orders do not wait for it. */
const retries = 10

/** The function of a reaction. */
export const createReactionFunction = (inngest: Inngest, deps: Deps, reaction: Reaction): InngestFunction.Any =>
  inngest.createFunction(
    {
      id: reaction.id,
      triggers: reaction.listensTo.map(name => (isFamily(name) ? { event: name } : shopEvent(name))),
      batchEvents: batch,
      retries,
      onFailure: ({ event }) => reportReactionFailure(deps, reaction, event as unknown as FailureEvent),
    },
    async ({ events, step }) => {
      const shopEvents = (events as unknown as readonly CarriedEvent[]).map(toShopEvent)
      await step.run('handle', () => reaction.handle(deps, shopEvents))
      return { events: events.length }
    },
  )

const isFamily = (name: EventName | EventFamily): name is EventFamily => name.endsWith('/*')

type FailureEvent = {
  readonly data: {
    readonly run_id: string
    readonly error: { readonly message?: string }
    readonly event: { readonly id: string }
  }
}

/** A batch that could not be handled in all that time is put in front of a person; its run can be run again as it is. */
const reportReactionFailure = async (deps: Deps, reaction: Reaction, { data }: FailureEvent): Promise<void> => {
  const error = data.error.message ?? 'unknown'
  deps.logger.error({ reaction: reaction.id, runId: data.run_id, error }, 'a batch of events could not be handled')
  await openIncident(deps.db, {
    orderId: null,
    sagaId: `${reaction.id}:${data.event.id}`,
    stepId: 'handle',
    kind: 'event-failed',
    detail: `run ${data.run_id} of ${reaction.id} failed, and can be run again: ${error}`,
  })
}

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
