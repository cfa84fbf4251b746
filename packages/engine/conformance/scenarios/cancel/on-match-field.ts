import assert from 'node:assert/strict'
import { scenario } from '../../harness/scenario.ts'

export default scenario({
  title: "cancelOn's match compares one field of both events",
  functions: ({ inngest, name }) => [
    inngest.createFunction(
      { id: 'long', triggers: [{ event: name('go') }], cancelOn: [{ event: name('stop'), match: 'data.order' }] },
      async ({ step }) => step.sleep('nap', '4s'),
    ),
  ],
  async check(t) {
    const [one = '', other = ''] = await t.sendMany([1, 2].map(order => ({ name: 'go', data: { order } })))
    await t.waiting('long', 2)
    await t.send('stop', { order: 2 })
    assert.equal((await t.run(other)).status, 'Cancelled')
    assert.equal((await t.run(one)).status, 'Completed')
  },
})
