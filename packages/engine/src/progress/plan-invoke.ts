import type { Op } from '../dispatch/reply.ts'
import { planRun } from '../events/plan-runs.ts'
import { makeEvent } from '../events/read-events.ts'
import type { Registry } from '../functions/registry.ts'
import { newId } from '../ids/make-id.ts'
import { isRecord } from '../json/read-json.ts'
import type { QueueItem, RunState } from '../runs/run-state.ts'
import { errorMemo } from './memo.ts'
import type { Progress } from './progress.ts'
import { recordOp } from './record-step.ts'

export type InvokeContext = { now: number; registry: Registry }

/**
 * Starts the run that a step invokes, in the same write that makes the step wait for it. Where there is no such
 * function the step fails; the answer says whether there is something to wait for.
 */
export function planInvoke(
  run: RunState,
  progress: Progress,
  op: Op,
  item: QueueItem,
  { now, registry }: InvokeContext,
): boolean {
  const slug = String(op.opts.function_id ?? '')
  const fn = registry.bySlug(slug)
  if (!fn) {
    const message = `could not find function with ID: ${slug}`
    recordOp(run, progress, op, { memo: errorMemo({ name: 'Error', message }), attempt: 0, endedMs: now })
    return false
  }
  const payload = isRecord(op.opts.payload) ? op.opts.payload : {}
  const source = registry.byId(run.functionId)
  const event = makeEvent({
    id: newId(now),
    name: 'inngest/function.invoked',
    externalId: undefined,
    data: {
      ...(isRecord(payload.data) ? payload.data : {}),
      _inngest: {
        correlation_id: `${run.id}.${op.id}`,
        expire: item.dueMs,
        fn_id: slug,
        name: op.stepName,
        source_app_id: source?.appId,
        source_fn_id: run.functionId,
        source_fn_v: 1,
      },
    },
    user: isRecord(payload.user) ? payload.user : {},
    ts: now,
    now,
    ...(typeof payload.v === 'string' ? { v: payload.v } : {}),
  })
  const planned = planRun(fn, event, [], now)
  planned.run.parent = { runId: run.id, stepId: op.id }
  progress.events.push({ events: [event], runs: [{ ...planned, taken: true }], woken: [] })
  return true
}
