import assert from 'node:assert/strict'
import { NonRetriableError } from 'inngest'
import { scenario } from '../../harness/scenario.ts'

export default scenario({
  title: "A failed step's error keeps its name, message and cause when it is read again",
  functions: ({ inngest, name }) => [
    inngest.createFunction({ id: 'fails', triggers: [{ event: name('go') }] }, async ({ step }) => {
      try {
        await step.run('bad', () => {
          throw new NonRetriableError('outer', { cause: new TypeError('inner') })
        })
      } catch (error) {
        await step.sleep('replay', '1s')
        const { name: errorName, message, cause } = error as Error
        return { name: errorName, message, cause: (cause as Error).message }
      }
    }),
  ],
  async check(t) {
    const run = await t.run(await t.send('go'))
    assert.deepEqual(await t.result(run.run_id), { name: 'NonRetriableError', message: 'outer', cause: 'inner' })
  },
})
