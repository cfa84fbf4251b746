import assert from 'node:assert/strict'
import { scenario } from '../../harness/scenario.ts'

export default scenario({
  title: 'onFailure is called once, after the last attempt, with the error and the first event',
  functions: ({ inngest, name, mark }) => [
    inngest.createFunction(
      {
        id: 'fails',
        retries: 1,
        triggers: [{ event: name('go') }],
        onFailure: async ({ error, event, step }) => {
          await step.run('tell', () => mark('onFailure', { message: error.message, n: event.data.event.data.n }))
        },
      },
      async ({ attempt }) => {
        mark('try', attempt)
        throw new Error(`attempt ${attempt} failed`)
      },
    ),
  ],
  async check(t) {
    assert.equal((await t.run(await t.send('go', { n: 8 }))).status, 'Failed')
    await t.marked('onFailure')
    await t.settle()
    assert.deepEqual(t.marks(), ['try', 'try', 'onFailure'])
    assert.deepEqual(t.details('onFailure'), [{ message: 'attempt 1 failed', n: 8 }])
  },
})
