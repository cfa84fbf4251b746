import assert from 'node:assert/strict'
import { scenario } from '../../harness/scenario.ts'

export default scenario({
  title: 'Two invokes of one function side by side each give their own result',
  functions: ({ inngest, name }) => {
    const child = inngest.createFunction(
      { id: 'child', triggers: [{ event: name('child') }] },
      async ({ event }) => event.data.n * 10,
    )
    const parent = inngest.createFunction({ id: 'parent', triggers: [{ event: name('go') }] }, async ({ step }) =>
      Promise.all([1, 2].map(n => step.invoke(`call-${n}`, { function: child, data: { n } }))),
    )
    return [child, parent]
  },
  async check(t) {
    const run = await t.run(await t.send('go'))
    assert.deepEqual(await t.result(run.run_id), [10, 20])
    assert.equal(t.calls('child').length, 2)
  },
})
