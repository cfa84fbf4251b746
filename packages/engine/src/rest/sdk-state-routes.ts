import type { FastifyInstance } from 'fastify'
import type pg from 'pg'
import { z } from 'zod'
import { id, readInput } from './read-input.ts'

/** What the SDK reads by itself when a call tells it to use the API: a run's finished steps, and its events. */
export function addSdkStateRoutes(api: FastifyInstance, pool: pg.Pool): void {
  const gone = (run: string) => ({ error: `The state of run ${run} is no longer there`, data: null, status: 410 })

  api.get('/v0/runs/:id/actions', async (request, reply) => {
    const wanted = readInput(z.object({ id }), request.params)
    const { rows } = await pool.query<{ steps: [string, string][] | null }>(
      `select (select json_agg(json_build_array(s.id, s.memo) order by s.ended_ms, s.position)
         from engine.step s where s.run_id = r.id) as steps
       from engine.run r where r.id = $1`,
      [wanted.id],
    )
    const [run] = rows
    if (!run) return reply.code(410).send(gone(wanted.id))
    const members = (run.steps ?? []).map(([step, memo]) => `${JSON.stringify(step)}:${memo}`)
    return reply.type('application/json').send(`{${members.join(',')}}`)
  })

  api.get('/v0/runs/:id/batch', async (request, reply) => {
    const wanted = readInput(z.object({ id }), request.params)
    const { rows } = await pool.query<{ events: string[] }>(
      `select array(select e.payload from unnest(r.event_ids) with ordinality as x(id, place)
         join engine.event e on e.id = x.id order by x.place) as events
       from engine.run r where r.id = $1`,
      [wanted.id],
    )
    const [run] = rows
    if (!run) return reply.code(410).send(gone(wanted.id))
    return reply.type('application/json').send(`[${run.events.join(',')}]`)
  })
}
