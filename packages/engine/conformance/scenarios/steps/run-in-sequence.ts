import assert from 'node:assert/strict'
import { scenario } from '../../harness/scenario.ts'

export default scenario({
  title: 'Steps run once each, one after the other, and hand on their results',
  functions: ({ inngest, name, mark }) => [
    inngest.createFunction({ id: 'chain', triggers: [{ event: name('go') }] }, async ({ step }) => {
      const a = await step.run('a', () => {
        mark('a')
        return 1
      })
      const b = await step.run('b', () => {
        mark('b')
        return a + 1
      })
      return await step.run('c', () => {
        mark('c')
        return a + b + 1
      })
    }),
  ],
  async check(t) {
    const run = await t.run(await t.send('go'))
    assert.equal(run.status, 'Completed')
    assert.deepEqual(t.marks(), ['a', 'b', 'c'])
    assert.equal(await t.result(run.run_id), 4)
  },
})
