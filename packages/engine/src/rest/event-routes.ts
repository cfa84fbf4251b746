import type { FastifyInstance } from 'fastify'
import type pg from 'pg'
import { z } from 'zod'
import { type EventRow, viewEvent } from './event-view.ts'
import { listEventPage } from './list-events.ts'
import { cursor, cut, id, readInput, time, wholeNumber } from './read-input.ts'
import { envelope, uncut } from './run-view.ts'

const listQuery = z.object({
  limit: wholeNumber(1, 100).default(20),
  cursor: cursor.optional(),
  name: z
    .string()
    .min(1)
    .max(256)
    .regex(/^[^\0]+$/, 'should be the name of an event')
    .optional(),
  received_after: time.optional(),
  received_before: time.optional(),
  internal: z.enum(['true', 'false'], { error: 'should be true or false' }).default('false'),
  cut,
})

/**
 * Events, newest first, and one of them. The engine's own events (inngest/…) are left out of the list unless asked for
 * by name or with `internal=true`.
 */
export function addEventReadRoutes(api: FastifyInstance, pool: pg.Pool, now: () => number): void {
  api.get('/v1/events', async request => {
    const query = readInput(listQuery, request.query)
    const page = await listEventPage(pool, {
      cursor: query.cursor,
      name: query.name,
      receivedAfterMs: query.received_after,
      receivedBeforeMs: query.received_before,
      internal: query.internal === 'true',
      limit: query.limit,
      cut: query.cut ?? uncut,
    })
    return envelope(page.rows.map(viewEvent), now(), { cursor: page.cursor ?? null })
  })

  api.get('/v1/events/:id', async (request, reply) => {
    const wanted = readInput(z.object({ id }), request.params)
    const { rows } = await pool.query<EventRow>(
      `select id, name, external_id, ts_ms, received_ms, payload, octet_length(payload) as payload_bytes
       from engine.event where id = $1`,
      [wanted.id],
    )
    const [row] = rows
    return row
      ? envelope(viewEvent(row), now())
      : reply.code(404).send({ error: 'Event not found', data: null, status: 404 })
  })
}
