import type { FastifyInstance } from 'fastify'
import type pg from 'pg'
import { z } from 'zod'
import type { CancelRun } from '../runs/cancel-run.ts'
import { listRunPage } from './list-runs.ts'
import { cursor, cut, id, readInput, wholeNumber } from './read-input.ts'
import { readJobs, readRunStep, readRunSteps } from './read-run-steps.ts'
import { idempotencyHeader, type Rerun } from './rerun.ts'
import { envelope, type RunRow, runColumns, uncut, viewRun } from './run-view.ts'

export type RunRouteParts = { pool: pg.Pool; cancelRun: CancelRun; rerun: Rerun; now(): number }

const runId = z.object({ id })
const stepId = z.string().regex(/^[^\0]{1,200}$/, 'should be the id of a step')
const whole = z.object({ cut })
const mostOfAnEvent = 1_000

const listQuery = z.object({
  limit: wholeNumber(1, 1_000).default(50),
  cursor: cursor.optional(),
  function: z.string().min(1).max(500).optional(),
  status: z
    .enum(['Running', 'Completed', 'Failed', 'Cancelled'], {
      error: 'should be Running, Completed, Failed or Cancelled',
    })
    .optional(),
  cut,
})

/** Runs: reading, cancelling, and starting one once more. */
export function addRunRoutes(api: FastifyInstance, { pool, cancelRun, rerun, now }: RunRouteParts): void {
  const readRun = async (wanted: string, cut: number) => {
    const { rows } = await pool.query<RunRow>(`select ${runColumns('$2')} from engine.run r where r.id = $1`, [
      wanted,
      cut,
    ])
    return rows[0]
  }

  api.get('/v1/events/:id/runs', async request => {
    const event = readInput(runId, request.params)
    const { rows } = await pool.query<RunRow>(
      `select ${runColumns('$2')} from engine.run r where r.event_id = $1 order by r.id limit ${mostOfAnEvent}`,
      [event.id, readInput(whole, request.query).cut ?? uncut],
    )
    const time = now()
    return envelope(
      rows.map(row => viewRun(row, time)),
      time,
    )
  })

  api.get('/v1/runs', async request => {
    const query = readInput(listQuery, request.query)
    const page = await listRunPage(pool, {
      cursor: query.cursor,
      functionSlug: query.function,
      status: query.status,
      limit: query.limit,
      cut: query.cut ?? uncut,
    })
    const time = now()
    return envelope(
      page.rows.map(row => viewRun(row, time)),
      time,
      { cursor: page.cursor ?? null },
    )
  })

  api.get('/v1/runs/:id', async (request, reply) => {
    const wanted = readInput(runId, request.params)
    const row = await readRun(wanted.id, readInput(whole, request.query).cut ?? uncut)
    const time = now()
    return row ? envelope(viewRun(row, time), time) : reply.code(404).send(unknownRun(wanted.id))
  })

  api.get('/v1/runs/:id/jobs', async (request, reply) => {
    const wanted = readInput(runId, request.params)
    if (!(await readRun(wanted.id, 0))) return reply.code(404).send(unknownRun(wanted.id))
    return envelope(await readJobs(pool, wanted.id), now())
  })

  api.get('/v1/runs/:id/steps', async (request, reply) => {
    const wanted = readInput(runId, request.params)
    if (!(await readRun(wanted.id, 0))) return reply.code(404).send(unknownRun(wanted.id))
    return envelope(await readRunSteps(pool, wanted.id, readInput(whole, request.query).cut ?? uncut), now())
  })

  api.get('/v1/runs/:id/steps/:step', async (request, reply) => {
    const wanted = readInput(z.object({ id, step: stepId }), request.params)
    const step = await readRunStep(pool, wanted.id, wanted.step, readInput(whole, request.query).cut ?? uncut)
    if (!step) {
      const error = `Run ${wanted.id} has no finished step ${wanted.step}`
      return reply.code(404).send({ error, data: null, status: 404 })
    }
    return envelope(step, now())
  })

  api.delete('/v1/runs/:id', async (request, reply) => {
    const wanted = readInput(runId, request.params)
    const outcome = await cancelRun(wanted.id)
    if (outcome === 'unknown') return reply.code(404).send(unknownRun(wanted.id))
    if (outcome === 'ended') {
      return reply.code(409).send({ error: `Run ${wanted.id} has ended`, data: null, status: 409 })
    }
    return reply.code(200).send()
  })

  api.post('/v1/runs/:id/rerun', async (request, reply) => {
    const wanted = readInput(runId, request.params)
    const key = readInput(idempotencyHeader, request.headers)['idempotency-key']
    const outcome = await rerun(wanted.id, key)
    if (outcome.type === 'started') return reply.code(200).send(envelope({ run_id: outcome.runId }, now()))
    if (outcome.type === 'unknown') return reply.code(404).send(unknownRun(wanted.id))
    return reply.code(409).send({ error: outcome.reason, data: null, status: 409 })
  })
}

function unknownRun(wanted: string) {
  return { error: `Unable to load function run: ${wanted}`, data: null, status: 404 }
}
