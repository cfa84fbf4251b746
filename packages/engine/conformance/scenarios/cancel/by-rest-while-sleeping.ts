import assert from 'node:assert/strict'
import { scenario } from '../../harness/scenario.ts'

export default scenario({
  title: 'DELETE of a sleeping run answers 200 and cancels it for good',
  functions: ({ inngest, name, mark }) => [
    inngest.createFunction({ id: 'long', triggers: [{ event: name('go') }] }, async ({ step }) => {
      await step.sleep('nap', '3s')
      await step.run('after', () => mark('after'))
    }),
  ],
  async check(t) {
    const id = await t.send('go')
    await t.waiting('long')
    const runId = t.calls('long')[0]?.runId
    assert.equal((await t.request('DELETE', `/v1/runs/${runId}`)).status, 200)
    assert.equal((await t.run(id)).status, 'Cancelled')
    await t.settle()
    await t.settle()
    await t.settle()
    assert.equal(t.count('after'), 0)
  },
})
