import assert from 'node:assert/strict'
import { scenario } from '../../harness/scenario.ts'

export default scenario({
  title: 'cancelOn ends the run whose if the event fulfils, and no other; onFailure is not called',
  functions: ({ inngest, name, mark }) => [
    inngest.createFunction(
      {
        id: 'long',
        triggers: [{ event: name('go') }],
        cancelOn: [{ event: name('stop'), if: 'async.data.order == event.data.order' }],
        onFailure: async () => mark('onFailure'),
      },
      async ({ step, event }) => {
        await step.sleep('nap', '4s')
        await step.run('after', () => mark('after', event.data.order))
      },
    ),
  ],
  async check(t) {
    const [one = '', other = ''] = await t.sendMany(['a', 'b'].map(order => ({ name: 'go', data: { order } })))
    await t.waiting('long', 2)
    await t.send('stop', { order: 'a' })
    assert.equal((await t.run(one)).status, 'Cancelled')
    assert.equal((await t.run(other)).status, 'Completed')
    await t.settle()
    assert.deepEqual(t.details('after'), ['b'])
    assert.equal(t.count('onFailure'), 0)
  },
})
