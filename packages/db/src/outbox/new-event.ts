import { type EventName, type EventPayload, eventCatalogue } from '@makegood/core/events/catalogue'
import { newId } from '@makegood/core/ids'
import { findSagaStart, type SagaStart } from '@makegood/core/saga/saga-starts'
import { findSagaWake, type SagaWake } from '@makegood/core/saga/saga-wakes'

/** An event on its way into the outbox. Its id is the event's id for every consumer. */
export type OutboxEvent = {
  readonly id: string
  readonly name: EventName
  readonly version: number
  readonly payload: Readonly<Record<string, unknown>>
  /** The saga that this event begins, whose row is written with it. */
  readonly saga: SagaStart | null
  /** The saga that waits for this event. */
  readonly wakes: SagaWake | null
}

/** Makes an event whose payload fits the catalogue; throws where it does not, before anything is written. */
export const newEvent = <Name extends EventName>(name: Name, payload: EventPayload<Name>): OutboxEvent => {
  const { version, payload: schema } = eventCatalogue[name]
  const parsed = schema.parse(payload)
  const about = { saga: findSagaStart(name, parsed), wakes: findSagaWake(name, parsed) }
  return { id: newId('event', new Date()), name, version, payload: parsed, ...about }
}
