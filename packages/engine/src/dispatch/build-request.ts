import type { EngineFunction } from '../functions/engine-function.ts'
import { callStep, type QueueItem, type RunState } from '../runs/run-state.ts'

/** A request to an app; POST where no method is named. */
export type AppRequest = { url: string; headers: Record<string, string>; body: string; method?: 'PUT' }

/** The queue item's name towards the app; checkpoints carry it back. */
export function queueItemId(item: { runId: string; stepId: string }): string {
  return `${item.runId}.${item.stepId}`
}

/** One call of a function. The body is canonical JSON as it stands, so the signature is over the very bytes sent. */
export function buildRequest(fn: EngineFunction, run: RunState, item: QueueItem, requestId: string): AppRequest {
  const version = run.answered || run.steps.size > 0 ? 2 : -1
  const quoted = JSON.stringify
  const job = queueItemId(item)
  const stack = [...run.steps.keys()]
  const ctx =
    `{"attempt":${item.attempt},"disable_immediate_execution":${item.kind === 'step' || item.planOnly === true},"env":"",` +
    `"fn_id":"${fn.id}","generation_id":${item.generation},"job_id":${quoted(job)},` +
    `"max_attempts":${fn.maxAttempts},"qi_id":${quoted(job)},"request_id":"${requestId}","run_id":"${run.id}",` +
    `"stack":{"current":${stack.length},"stack":${quoted(stack)}},"step_id":${quoted(item.stepId)},"use_api":false}`
  const steps = [...run.steps].sort(byKey).map(([id, memo]) => `${quoted(id)}:${memo}`)
  const [event] = run.events
  const body =
    `{"ctx":${ctx},"defers":{},"event":${event},"events":[${run.events.join(',')}],` +
    `"steps":{${steps.join(',')}},"use_api":false,"version":${version}}`
  return {
    url: urlOfStep(fn.url, item.stepId),
    body,
    headers: {
      'content-type': 'application/json',
      'x-inngest-generation-id': String(item.generation),
      'x-inngest-job-id': job,
      'x-inngest-req-version': String(version),
      'x-inngest-step-id': item.stepId,
      'x-request-id': requestId,
      'x-run-id': run.id,
    },
  }
}

function byKey(one: [string, string], other: [string, string]): number {
  return one[0] < other[0] ? -1 : 1
}

function urlOfStep(url: string, stepId: string): string {
  if (stepId === callStep) return url
  const address = new URL(url)
  address.searchParams.set('stepId', stepId)
  return address.href
}
