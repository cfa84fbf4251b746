import assert from 'node:assert/strict'
import { NonRetriableError } from 'inngest'
import { scenario } from '../../harness/scenario.ts'

export default scenario({
  title: "A failing invoked function's own onFailure runs too",
  functions: ({ inngest, name, mark }) => {
    const child = inngest.createFunction(
      {
        id: 'child',
        triggers: [{ event: name('child') }],
        onFailure: async ({ error }) => mark('onFailure', error.message),
      },
      async () => {
        throw new NonRetriableError('broken')
      },
    )
    const parent = inngest.createFunction({ id: 'parent', triggers: [{ event: name('go') }] }, async ({ step }) =>
      step.invoke('call', { function: child, data: {} }).catch((error: Error) => error.message),
    )
    return [child, parent]
  },
  async check(t) {
    const run = await t.run(await t.send('go'))
    assert.equal(await t.result(run.run_id), 'broken')
    await t.marked('onFailure')
    await t.settle()
    assert.deepEqual(t.details('onFailure'), ['broken'])
  },
})
