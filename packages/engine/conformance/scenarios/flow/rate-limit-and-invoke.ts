import assert from 'node:assert/strict'
import { referenceFunction } from 'inngest'
import { scenario } from '../../harness/scenario.ts'

export default scenario({
  title: 'An invoke that the rate limit drops is an error at once',
  functions: ({ inngest, name }) => [
    inngest.createFunction(
      { id: 'few', triggers: [{ event: name('few') }], rateLimit: { limit: 1, period: '60s' } },
      async () => 'ran',
    ),
    inngest.createFunction({ id: 'parent', triggers: [{ event: name('go') }] }, async ({ step }) => {
      const few = referenceFunction({ appId: inngest.id, functionId: 'few' })
      const first = await step.invoke('first', { function: few, data: {} })
      const second = await step.invoke('second', { function: few, data: {} }).catch((error: Error) => error.message)
      return [first, second]
    }),
  ],
  async check(t) {
    const run = await t.run(await t.send('go'))
    assert.deepEqual(await t.result(run.run_id), ['ran', 'invoked function is rate limited'])
  },
})
