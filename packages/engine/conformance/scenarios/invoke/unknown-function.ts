import assert from 'node:assert/strict'
import { referenceFunction } from 'inngest'
import { scenario } from '../../harness/scenario.ts'

export default scenario({
  title: 'To invoke a function that does not exist is an error that names it',
  functions: ({ inngest, name }) => [
    inngest.createFunction({ id: 'parent', triggers: [{ event: name('go') }] }, async ({ step }) => {
      const missing = referenceFunction({ appId: 'no-app', functionId: 'no-function' })
      try {
        await step.invoke('call', { function: missing, data: {} })
        return 'no error'
      } catch (error) {
        return `${(error as Error).message}`
      }
    }),
  ],
  async check(t) {
    const run = await t.run(await t.send('go'))
    assert.match((await t.result(run.run_id)) as string, /no-app-no-function/)
  },
})
