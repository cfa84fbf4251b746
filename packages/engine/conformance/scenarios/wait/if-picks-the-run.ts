import assert from 'node:assert/strict'
import { scenario } from '../../harness/scenario.ts'

export default scenario({
  title: "A wait's if compares the awaited event (async) with the run's own (event)",
  functions: ({ inngest, name }) => [
    inngest.createFunction({ id: 'wait', triggers: [{ event: name('go') }] }, async ({ step }) => {
      const answer = await step.waitForEvent('answer', {
        event: name('answer'),
        timeout: '4s',
        if: 'async.data.order == event.data.order && async.data.ok == true',
      })
      return answer?.data.n ?? null
    }),
  ],
  async check(t) {
    const ids = [await t.send('go', { order: 'a' }), await t.send('go', { order: 'b' })]
    await t.waiting('wait', 2)
    await t.send('answer', { order: 'b', ok: false, n: 1 })
    await t.send('answer', { order: 'c', ok: true, n: 2 })
    await t.send('answer', { order: 'b', ok: true, n: 3 })
    const results = []
    for (const id of ids) results.push(await t.result((await t.run(id)).run_id))
    assert.deepEqual(results, [null, 3])
  },
})
