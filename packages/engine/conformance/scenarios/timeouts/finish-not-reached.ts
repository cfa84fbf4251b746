import assert from 'node:assert/strict'
import { scenario } from '../../harness/scenario.ts'

export default scenario({
  title: 'timeouts.finish leaves a run alone that ends in time',
  functions: ({ inngest, name }) => [
    inngest.createFunction(
      { id: 'quick', triggers: [{ event: name('go') }], timeouts: { finish: '3s' } },
      async ({ step }) => {
        await step.sleep('nap', '1s')
        return 'in time'
      },
    ),
  ],
  async check(t) {
    const id = await t.send('go')
    const run = await t.run(id)
    assert.equal(await t.result(run.run_id), 'in time')
    await t.settle()
    await t.settle()
    assert.equal((await t.run(id)).status, 'Completed')
  },
})
