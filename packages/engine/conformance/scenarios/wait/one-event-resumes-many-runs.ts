import assert from 'node:assert/strict'
import { scenario } from '../../harness/scenario.ts'

export default scenario({
  title: 'One event ends the waits of all runs that it matches',
  functions: ({ inngest, name }) => [
    inngest.createFunction({ id: 'wait', triggers: [{ event: name('go') }] }, async ({ step }) => {
      const answer = await step.waitForEvent('answer', { event: name('answer'), timeout: '30s' })
      return answer?.data.n
    }),
  ],
  async check(t) {
    const ids = await t.sendMany([1, 2, 3].map(() => ({ name: 'go' })))
    await t.waiting('wait', 3)
    await t.send('answer', { n: 9 })
    for (const id of ids) assert.equal(await t.result((await t.run(id)).run_id), 9)
  },
})
