import type { FastifyInstance } from 'fastify'
import { isLostConnection } from '../database/connect.ts'
import { DeadEpoch } from '../database/dead-epoch.ts'
import type { Guard } from '../signing/guard.ts'
import { eventLimits, readEvents } from './read-events.ts'
import { type EventIntake, IntakeFull } from './take-in-events.ts'

/** POST /e/:key takes one event or many; the answer comes when they are stored for good. */
export function addEventRoutes(app: FastifyInstance, guard: Guard, intake: EventIntake, now: () => number): void {
  app.post<{ Params: { key: string } }>('/e/:key', { bodyLimit: eventLimits.requestBytes }, async (request, reply) => {
    if (!guard.allowsEventKey(request.params.key)) {
      return reply.code(401).send({ error: 'Event key not found', status: 401 })
    }
    const seed = request.headers['x-inngest-event-id-seed']
    const events = readEvents(request.body, typeof seed === 'string' ? seed : undefined, now())
    try {
      await intake.takeIn(events)
    } catch (error) {
      if (!isLostConnection(error) && !(error instanceof DeadEpoch) && !(error instanceof IntakeFull)) throw error
      return reply
        .code(503)
        .header('retry-after', '1')
        .send({ error: 'The engine cannot store events now: send them again', status: 503 })
    }
    return { ids: events.map(event => event.id), status: 200 }
  })
}
