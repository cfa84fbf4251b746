import assert from 'node:assert/strict'
import { scenario } from '../../harness/scenario.ts'

export default scenario({
  title: "A wait's match asks the same field of both events to be equal",
  functions: ({ inngest, name }) => [
    inngest.createFunction({ id: 'wait', triggers: [{ event: name('go') }] }, async ({ step }) => {
      const answer = await step.waitForEvent('answer', { event: name('answer'), timeout: '30s', match: 'data.order' })
      return answer?.data.n
    }),
  ],
  async check(t) {
    const id = await t.send('go', { order: 5 })
    await t.waiting('wait')
    await t.send('answer', { order: 4, n: 1 })
    await t.send('answer', { order: 5, n: 2 })
    assert.equal(await t.result((await t.run(id)).run_id), 2)
  },
})
