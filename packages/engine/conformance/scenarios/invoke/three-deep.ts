import assert from 'node:assert/strict'
import { scenario } from '../../harness/scenario.ts'

export default scenario({
  title: 'An invoked function may invoke another',
  functions: ({ inngest, name }) => {
    const third = inngest.createFunction({ id: 'third', triggers: [{ event: name('third') }] }, async () => 'deep')
    const second = inngest.createFunction(
      { id: 'second', triggers: [{ event: name('second') }] },
      async ({ step }) => `${await step.invoke('call', { function: third, data: {} })}er`,
    )
    const first = inngest.createFunction(
      { id: 'first', triggers: [{ event: name('go') }] },
      async ({ step }) => `${await step.invoke('call', { function: second, data: {} })} still`,
    )
    return [third, second, first]
  },
  async check(t) {
    const run = await t.run(await t.send('go'))
    assert.equal(await t.result(run.run_id), 'deeper still')
  },
})
