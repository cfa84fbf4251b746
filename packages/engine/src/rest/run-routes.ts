import type { FastifyInstance } from 'fastify'
import type pg from 'pg'
import type { CancelRun } from '../runs/cancel-run.ts'
import type { Guard } from '../signing/guard.ts'
import { envelope, type RunRow, runColumns, viewRun } from './run-view.ts'

type RunRouteParts = { guard: Guard; pool: pg.Pool; cancelRun: CancelRun; now(): number }

const mostRuns = 1_000
const usualRuns = 50

/** The REST calls for runs, under the signing key. */
export function addRunRoutes(app: FastifyInstance, { guard, pool, cancelRun, now }: RunRouteParts): void {
  app.register(async api => {
    api.addHook('onRequest', async (request, reply) => {
      if (guard.allowsBearer(request.headers.authorization)) return
      await reply.code(401).send({ error: 'Unauthorized', status: 401 })
    })

    api.get<{ Params: { id: string } }>('/v1/events/:id/runs', async request => {
      const { rows } = await pool.query<RunRow>(
        `select ${runColumns} from engine.run r where r.event_id = $1 order by r.id`,
        [request.params.id],
      )
      return envelope(rows.map(viewRun), now())
    })

    api.get<{ Params: { id: string } }>('/v1/runs/:id', async (request, reply) => {
      const { rows } = await pool.query<RunRow>(`select ${runColumns} from engine.run r where r.id = $1`, [
        request.params.id,
      ])
      const [row] = rows
      return row ? envelope(viewRun(row), now()) : reply.code(404).send(unknownRun(request.params.id))
    })

    api.get<{ Querystring: { limit?: string } }>('/v1/runs', async (request, reply) => {
      const limit = Number(request.query.limit ?? usualRuns)
      if (!Number.isInteger(limit) || limit < 1 || limit > mostRuns) {
        return reply.code(400).send({ error: `limit must be a whole number from 1 to ${mostRuns}`, status: 400 })
      }
      const { rows } = await pool.query<RunRow>(`select ${runColumns} from engine.run r order by r.id desc limit $1`, [
        limit,
      ])
      return envelope(rows.map(viewRun), now())
    })

    api.delete<{ Params: { id: string } }>('/v1/runs/:id', async (request, reply) => {
      const outcome = await cancelRun(request.params.id)
      if (outcome === 'unknown') return reply.code(404).send(unknownRun(request.params.id))
      if (outcome === 'ended') {
        return reply.code(409).send({ error: `Run ${request.params.id} has ended`, data: null, status: 409 })
      }
      return reply.code(200).send()
    })
  })
}

function unknownRun(id: string) {
  return { error: `Unable to load function run: ${id}`, data: null, status: 404 }
}
