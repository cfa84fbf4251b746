import assert from 'node:assert/strict'
import { NonRetriableError } from 'inngest'
import { scenario } from '../../harness/scenario.ts'

export default scenario({
  title: 'A NonRetriableError in a step ends its attempts; the function may catch it and go on',
  functions: ({ inngest, name, mark }) => [
    inngest.createFunction({ id: 'saves', retries: 3, triggers: [{ event: name('go') }] }, async ({ step }) => {
      try {
        await step.run('bad', () => {
          mark('bad')
          throw new NonRetriableError('no use')
        })
      } catch (error) {
        return await step.run('make-good', () => {
          mark('make-good')
          return (error as Error).message
        })
      }
    }),
  ],
  async check(t) {
    const run = await t.run(await t.send('go'))
    assert.equal(run.status, 'Completed')
    assert.deepEqual(t.marks(), ['bad', 'make-good'])
    assert.equal(await t.result(run.run_id), 'no use')
  },
})
