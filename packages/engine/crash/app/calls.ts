import { AsyncLocalStorage } from 'node:async_hooks'
import { randomUUID } from 'node:crypto'
import type { Journal } from './journal.ts'

export type Call = { id: string; run: string }

type Body = { ctx?: { run_id?: string }; steps?: Record<string, unknown> }

/** Tells whatever a step does during which call of the engine it is done. */
export function createCalls(journal: Journal) {
  const storage = new AsyncLocalStorage<Call>()
  return {
    during<Result>(body: string, work: () => Promise<Result>): Promise<Result> {
      const { ctx, steps = {} }: Body = body === '' ? {} : JSON.parse(body)
      if (!ctx?.run_id) return work()
      const call = { id: randomUUID(), run: ctx.run_id }
      journal.write({ what: 'call', call: call.id, run: call.run, at: Date.now(), memos: Object.keys(steps) })
      return storage.run(call, work)
    },
    current(): Call {
      const call = storage.getStore()
      if (!call) throw new Error('A step is executed outside a call of the engine')
      return call
    },
  }
}
