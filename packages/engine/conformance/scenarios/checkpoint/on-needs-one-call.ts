import assert from 'node:assert/strict'
import { scenario } from '../../harness/scenario.ts'

export default scenario({
  title: 'With checkpointing, the default, a run of five steps is one call of the app',
  functions: ({ inngest, name, mark }) => [
    inngest.createFunction({ id: 'steps', triggers: [{ event: name('go') }] }, async ({ step }) => {
      for (const id of ['a', 'b', 'c', 'd', 'e']) await step.run(id, () => mark(id))
      return 'done'
    }),
  ],
  async check(t) {
    const run = await t.run(await t.send('go'))
    assert.equal(await t.result(run.run_id), 'done')
    assert.deepEqual(t.marks(), ['a', 'b', 'c', 'd', 'e'])
    assert.equal(t.calls().length, 1)
  },
})
