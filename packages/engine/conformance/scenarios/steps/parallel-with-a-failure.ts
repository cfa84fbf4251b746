import assert from 'node:assert/strict'
import { NonRetriableError } from 'inngest'
import { scenario } from '../../harness/scenario.ts'

export default scenario({
  title: 'One failed parallel step leaves the others alone, and all outcomes reach the function',
  functions: ({ inngest, name, mark }) => [
    inngest.createFunction({ id: 'mixed', triggers: [{ event: name('go') }] }, async ({ step }) => {
      const settled = await Promise.allSettled([
        step.run('good', () => {
          mark('good')
          return 'good'
        }),
        step.run('bad', () => {
          mark('bad')
          throw new NonRetriableError('no luck')
        }),
        step.sleep('rest', '1s'),
      ])
      return settled.map(one => (one.status === 'rejected' ? one.reason.message : one.status))
    }),
  ],
  async check(t) {
    const run = await t.run(await t.send('go'))
    assert.equal(run.status, 'Completed')
    assert.deepEqual(t.marks().sort(), ['bad', 'good'])
    assert.deepEqual(await t.result(run.run_id), ['fulfilled', 'no luck', 'fulfilled'])
  },
})
