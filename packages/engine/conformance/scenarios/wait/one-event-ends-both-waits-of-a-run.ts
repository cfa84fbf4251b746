import assert from 'node:assert/strict'
import { scenario } from '../../harness/scenario.ts'

export default scenario({
  title: 'One event ends both waits of a run that wait for it side by side',
  functions: ({ inngest, name }) => [
    inngest.createFunction({ id: 'wait', triggers: [{ event: name('go') }] }, async ({ step }) => {
      const both = await Promise.all(
        ['one', 'other'].map(id => step.waitForEvent(id, { event: name('answer'), timeout: '5s' })),
      )
      return both.map(answer => answer?.data.n ?? null)
    }),
  ],
  async check(t) {
    const id = await t.send('go')
    await t.waiting('wait')
    await t.send('answer', { n: 3 })
    assert.deepEqual(await t.result((await t.run(id)).run_id), [3, 3])
  },
})
