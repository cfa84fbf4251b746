import type { AppCall } from './app-call.ts'

type CompleteOp = { op: string; data?: unknown }

/** What a call has answered as the function's result: the whole body of a 200, or the op that completes the run. */
export function readResult({ reply }: AppCall): { value: unknown } | undefined {
  if (!reply) return undefined
  if (reply.status === 200) return { value: reply.body }
  if (reply.status !== 206 || !Array.isArray(reply.body)) return undefined
  const done = (reply.body as CompleteOp[]).find(op => op.op === 'RunComplete')
  return done && { value: done.data }
}
