import assert from 'node:assert/strict'
import { scenario } from '../../harness/scenario.ts'

export default scenario({
  title: 'An event sent before the wait began does not end it',
  functions: ({ inngest, name }) => [
    inngest.createFunction({ id: 'wait', triggers: [{ event: name('go') }] }, async ({ step }) => {
      const answer = await step.waitForEvent('answer', { event: name('answer'), timeout: '3s' })
      return { answer }
    }),
  ],
  async check(t) {
    await t.send('answer', { n: 1 })
    await t.settle()
    const run = await t.run(await t.send('go'))
    assert.deepEqual(await t.result(run.run_id), { answer: null })
  },
})
