import assert from 'node:assert/strict'
import { scenario } from '../../harness/scenario.ts'

export default scenario({
  title: 'Without checkpointing the app is called once for each step and once for the end',
  functions: ({ inngest, name, mark }) => [
    inngest.createFunction(
      { id: 'steps', checkpointing: false, triggers: [{ event: name('go') }] },
      async ({ step }) => {
        for (const id of ['a', 'b', 'c']) await step.run(id, () => mark(id))
        return 'done'
      },
    ),
  ],
  async check(t) {
    const run = await t.run(await t.send('go'))
    assert.equal(await t.result(run.run_id), 'done')
    assert.deepEqual(t.marks(), ['a', 'b', 'c'])
    assert.deepEqual(
      t.calls().map(call => Object.keys(call.body.steps).length),
      [0, 1, 2, 3],
    )
  },
})
