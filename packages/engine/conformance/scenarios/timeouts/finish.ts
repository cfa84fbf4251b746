import assert from 'node:assert/strict'
import { scenario } from '../../harness/scenario.ts'

export default scenario({
  title: 'timeouts.finish cancels a run that has not ended in time; onFailure is not called',
  functions: ({ inngest, name, mark }) => [
    inngest.createFunction(
      {
        id: 'slow',
        triggers: [{ event: name('go') }],
        timeouts: { finish: '2s' },
        onFailure: async () => mark('onFailure'),
      },
      async ({ step }) => {
        await step.sleep('nap', '5s')
        await step.run('after', () => mark('after'))
      },
    ),
  ],
  async check(t) {
    assert.equal((await t.run(await t.send('go'))).status, 'Cancelled')
    await t.settle()
    assert.deepEqual(t.marks(), [])
  },
})
