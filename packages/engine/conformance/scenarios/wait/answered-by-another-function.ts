import assert from 'node:assert/strict'
import { scenario } from '../../harness/scenario.ts'

export default scenario({
  title: 'A wait is answered by an event that another function sends',
  functions: ({ inngest, name }) => [
    inngest.createFunction({ id: 'wait', triggers: [{ event: name('go') }] }, async ({ step }) => {
      const answer = await step.waitForEvent('answer', { event: name('answer'), timeout: '30s' })
      return answer?.data.n
    }),
    inngest.createFunction({ id: 'answer', triggers: [{ event: name('ask') }] }, async ({ step }) =>
      step.sendEvent('answer', { name: name('answer'), data: { n: 6 } }),
    ),
  ],
  async check(t) {
    const id = await t.send('go')
    await t.waiting('wait')
    await t.send('ask')
    assert.equal(await t.result((await t.run(id)).run_id), 6)
  },
})
