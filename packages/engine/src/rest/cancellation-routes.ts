import type { FastifyInstance } from 'fastify'
import type pg from 'pg'
import { z } from 'zod'
import { compileExpression } from '../functions/expression.ts'
import { newId, uuidFromName } from '../ids/make-id.ts'
import { BadRequest, id, readInput, time } from './read-input.ts'
import { envelope, isoTime, noUuid } from './run-view.ts'
import {
  type CancellationRow,
  deleteCancellation,
  listCancellations,
  storeCancellation,
} from './store-cancellations.ts'

export type CancellationRouteParts = { pool: pg.Pool; epoch: number; now(): number; onCancellation(): void }

const text = (name: string) =>
  z
    .string({ error: `${name} is required` })
    .min(1)
    .max(500)

const wanted = z.object({
  app_id: text('app_id'),
  function_id: text('function_id'),
  started_before: z.string({ error: 'started_before is required' }).pipe(time),
  started_after: time.nullish(),
  if: z.string().max(10_000).nullish(),
})

/** As much as the clock of the caller may be ahead. */
const clockSlackMs = 5_000

/** POST, GET and DELETE of /v1/cancellations: many runs of one function cancelled by one request. */
export function addCancellationRoutes(api: FastifyInstance, parts: CancellationRouteParts): void {
  const { pool, epoch, now } = parts

  api.post('/v1/cancellations', async request => {
    const body = readInput(wanted, request.body)
    const createdMs = now()
    if (body.started_before > createdMs + clockSlackMs) throw new BadRequest('started_before must be in the past')
    if (body.started_after && body.started_after > body.started_before) {
      throw new BadRequest('started_after must be before started_before')
    }
    if (body.if) checkExpression(body.if)
    const fn = await findFunction(pool, body.app_id, body.function_id)
    if (!fn) throw new BadRequest('function not found', 404)
    const cancellation = {
      id: newId(createdMs),
      functionId: fn.id,
      startedAfterMs: body.started_after ?? undefined,
      startedBeforeMs: body.started_before,
      condition: body.if || undefined,
      createdMs,
    }
    if (!(await storeCancellation(pool, epoch, cancellation))) {
      throw new BadRequest('Too many cancellations are still being worked off: try again later', 429)
    }
    parts.onCancellation()
    return envelope(
      viewCancellation({
        id: cancellation.id,
        function_id: fn.id,
        app_id: body.app_id,
        slug: fn.slug,
        started_after_ms: body.started_after == null ? null : String(body.started_after),
        started_before_ms: String(body.started_before),
        condition: body.if || null,
        created_ms: String(createdMs),
        reached: '',
        cancelled: 0,
        done_ms: null,
      }),
      createdMs,
    )
  })

  api.get('/v1/cancellations', async () => envelope((await listCancellations(pool)).map(viewCancellation), now()))

  api.delete('/v1/cancellations/:id', async request => {
    const given = readInput(z.object({ id }), request.params)
    if (!(await deleteCancellation(pool, epoch, given.id))) throw new BadRequest('Cancellation not found', 404)
    return envelope({ ok: true }, now())
  })
}

function checkExpression(condition: string): void {
  try {
    compileExpression(condition)
  } catch (error) {
    const reason = error instanceof Error ? error.message.split('\n')[0] : String(error)
    throw new BadRequest(`invalid expression: ${reason}`)
  }
}

/** By the function's own id or by the one that is joined with its app's; runs of retired functions count too. */
async function findFunction(pool: pg.Pool, appId: string, functionId: string) {
  const { rows } = await pool.query<{ id: string; slug: string }>(
    `select id, slug from engine.function where app_id = $1 and slug = any($2) order by slug = $3 desc limit 1`,
    [appId, [functionId, `${appId}-${functionId}`], functionId],
  )
  return rows[0]
}

/** The engine's own additions: how many runs it has cancelled, and since when it is done. */
function viewCancellation(row: CancellationRow) {
  return {
    created_at: isoTime(row.created_ms),
    name: null,
    id: row.id,
    account_id: noUuid,
    environment_id: noUuid,
    app_id: uuidFromName(row.app_id),
    function_internal_id: row.function_id,
    function_id: row.slug,
    started_after: row.started_after_ms === null ? null : isoTime(row.started_after_ms),
    started_before: isoTime(row.started_before_ms),
    ...(row.condition === null ? {} : { if: row.condition }),
    kind: 'bulk_run',
    cause: 'API',
    cancelled: row.cancelled,
    done_at: row.done_ms === null ? null : isoTime(row.done_ms),
  }
}
