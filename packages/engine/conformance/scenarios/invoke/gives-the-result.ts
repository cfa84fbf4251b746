import assert from 'node:assert/strict'
import { scenario } from '../../harness/scenario.ts'

export default scenario({
  title: 'step.invoke runs the other function once and gives its result',
  functions: ({ inngest, name, mark }) => {
    const child = inngest.createFunction(
      { id: 'child', triggers: [{ event: name('child') }] },
      async ({ event, step }) =>
        step.run('double', () => {
          mark('double')
          return { doubled: event.data.n * 2 }
        }),
    )
    const parent = inngest.createFunction({ id: 'parent', triggers: [{ event: name('go') }] }, async ({ step }) =>
      step.invoke('call', { function: child, data: { n: 21 } }),
    )
    return [child, parent]
  },
  async check(t) {
    const run = await t.run(await t.send('go'))
    assert.deepEqual(await t.result(run.run_id), { doubled: 42 })
    assert.equal(t.count('double'), 1)
  },
})
