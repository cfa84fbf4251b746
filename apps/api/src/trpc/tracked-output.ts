import { isTrackedEnvelope, tracked } from '@trpc/server'
import { z } from 'zod'

const isAsyncIterable = (value: unknown): value is AsyncIterable<unknown> =>
  typeof value === 'object' && value !== null && Symbol.asyncIterator in value

/** The output of a subscription: every event carries an id to resume from, and its data is checked like any other output. */
export const trackedOutput = <Schema extends z.ZodType>(schema: Schema) =>
  z.custom<AsyncIterable<unknown>>(isAsyncIterable).transform(async function* (events) {
    for await (const event of events) {
      if (!isTrackedEnvelope(event)) throw new Error('a subscription gave an event without an id')
      yield tracked(event[0], schema.parse(event[1]))
    }
  })
