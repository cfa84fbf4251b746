import type { FastifyInstance } from 'fastify'
import type { Dispatches } from '../dispatch/dispatch.ts'
import type { MetadataNotice } from '../dispatch/metadata-notice.ts'
import { readOps } from '../dispatch/read-ops.ts'
import type { Op } from '../dispatch/reply.ts'
import { isRecord } from '../json/read-json.ts'
import { dataMemo } from '../progress/memo.ts'
import { noProgress } from '../progress/progress.ts'
import { recordOp } from '../progress/record-step.ts'
import type { ProgressWriter } from '../progress/write-progress.ts'
import type { RunCache } from '../runs/run-cache.ts'
import type { Guard } from '../signing/guard.ts'

type CheckpointParts = {
  guard: Guard
  dispatches: Dispatches
  cache: RunCache
  writer: ProgressWriter
  noticeMetadata: MetadataNotice
  now(): number
}

/**
 * POST /v1/checkpoint/:run/async stores steps that the app has finished during a call. It is answered once they are
 * committed, and with 409 where the call is no longer the current one: then the app must stop working on it. That a step
 * begins (StepPlanned) may be said here too, and changes nothing.
 */
export function addCheckpointRoutes(app: FastifyInstance, parts: CheckpointParts): void {
  const { guard, dispatches, cache, writer } = parts
  const options = { bodyLimit: 32 * 1_024 * 1_024 }
  app.post<{ Params: { run: string } }>('/v1/checkpoint/:run/async', options, async (request, reply) => {
    if (!guard.allowsBearer(request.headers.authorization)) {
      return reply.code(401).send({ error: 'Unauthorized', status: 401 })
    }
    const body = request.body
    if (!isRecord(body) || typeof body.qi_id !== 'string' || !Array.isArray(body.steps)) {
      return reply.code(400).send({ error: 'A checkpoint needs qi_id and steps', status: 400 })
    }
    const ops = readOps(body.steps)
    const foreign = ops?.find(op => op.op !== 'StepPlanned' && !isFinished(op))
    if (!ops || foreign) {
      const what = foreign ? `step "${foreign.name}" is ${foreign.op}` : 'its steps cannot be read'
      return reply.code(400).send({ error: `A checkpoint takes finished steps only: ${what}`, status: 400 })
    }
    const dispatch = dispatches.current(body.qi_id)
    const stale =
      !dispatch ||
      dispatch.run.id !== request.params.run ||
      dispatch.run.status !== 'Running' ||
      (body.request_id !== undefined && body.request_id !== dispatch.requestId)
    if (stale) return reply.code(409).send({ error: 'This call has been superseded', status: 409 })
    const run = cache.holdCached(dispatch.run.id)
    if (!run) return reply.code(409).send({ error: 'This run is not being worked on', status: 409 })
    parts.noticeMetadata(dispatch.slug, ops)
    try {
      const progress = noProgress()
      const now = parts.now()
      const { attempt } = dispatch.item
      for (const op of ops.filter(isFinished)) {
        recordOp(run, progress, op, { memo: dataMemo(op.data), attempt, endedMs: now })
      }
      run.answered = true
      // Steps that are known already may still be on their way to Postgres: an empty write comes after them.
      await writer.write(run, progress)
    } finally {
      cache.release(run)
    }
    return reply.code(200).send()
  })
}

function isFinished(op: Op): boolean {
  return (op.op === 'StepRun' || op.op === 'Step') && op.error === undefined
}
