import assert from 'node:assert/strict'
import { scenario } from '../../harness/scenario.ts'

export default scenario({
  title: 'step.sleep goes on after its time, and what came before is not run again',
  functions: ({ inngest, name, mark }) => [
    inngest.createFunction({ id: 'nap', triggers: [{ event: name('go') }] }, async ({ step }) => {
      await step.run('before', () => mark('before', Date.now()))
      await step.sleep('nap', '3s')
      await step.run('after', () => mark('after', Date.now()))
    }),
  ],
  async check(t) {
    const run = await t.run(await t.send('go'))
    assert.equal(run.status, 'Completed')
    assert.deepEqual(t.marks(), ['before', 'after'])
    const [before] = t.details('before') as number[]
    const [after] = t.details('after') as number[]
    assert.ok((after ?? 0) - (before ?? 0) >= 2_000, `only ${(after ?? 0) - (before ?? 0)} ms passed`)
  },
})
