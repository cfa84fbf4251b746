import assert from 'node:assert/strict'
import { scenario } from '../../harness/scenario.ts'

export default scenario({
  title: 'A wait that nothing answers gives null after its timeout',
  functions: ({ inngest, name }) => [
    inngest.createFunction({ id: 'wait', triggers: [{ event: name('go') }] }, async ({ step }) => {
      const answer = await step.waitForEvent('answer', { event: name('answer'), timeout: '2s' })
      return { answer }
    }),
  ],
  async check(t) {
    const run = await t.run(await t.send('go'))
    assert.equal(run.status, 'Completed')
    assert.deepEqual(await t.result(run.run_id), { answer: null })
  },
})
