import assert from 'node:assert/strict'
import type { EndEvent } from '../../harness/end-event.ts'
import { scenario } from '../../harness/scenario.ts'

export default scenario({
  title: 'inngest/function.finished comes for every end, with the result or the error',
  functions: ({ inngest, name, mark }) => [
    inngest.createFunction({ id: 'works', triggers: [{ event: name('go') }] }, async () => ({ ok: true })),
    inngest.createFunction({ id: 'fails', retries: 0, triggers: [{ event: name('go') }] }, async () => {
      throw new Error('no')
    }),
    inngest.createFunction(
      {
        id: 'hear',
        triggers: [{ event: 'inngest/function.finished', if: `event.data.function_id.startsWith("${inngest.id}-")` }],
      },
      async ({ event }) => mark('heard', event.data),
    ),
  ],
  async check(t) {
    await t.runs(await t.send('go'), 2)
    await t.marked('heard', 2)
    const heard = t.details('heard') as EndEvent['data'][]
    const of = (fn: string) => heard.find(data => data.function_id === `${t.appId}-${fn}`)
    assert.deepEqual(of('works')?.result, { ok: true })
    assert.deepEqual(of('works')?._inngest, { status: 'Completed' })
    assert.equal(of('fails')?.error?.message, 'no')
    assert.deepEqual(of('fails')?._inngest, { status: 'Failed' })
  },
})
