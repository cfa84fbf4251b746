import { type EventName, type EventPayload, eventCatalogue } from '@makegood/core/events/catalogue'
import { eventType } from 'inngest'
import { z } from 'zod'

type Carried<Name extends EventName> = Record<string, unknown> & EventPayload<Name> & { correlationId: string }

/** A catalogue event as Inngest carries it: its payload and the correlation id of what it follows from. */
export const shopEvent = <Name extends EventName>(name: Name) =>
  eventType(name, { schema: carriedSchema(name), version: String(eventCatalogue[name].version) })

const carriedSchema = <Name extends EventName>(name: Name) => {
  const payload: z.ZodObject = eventCatalogue[name].payload
  return payload.extend({ correlationId: z.string() }) as unknown as z.ZodType<Carried<Name>, Carried<Name>>
}
