import assert from 'node:assert/strict'
import { scenario } from '../../harness/scenario.ts'

export default scenario({
  title: 'A step that returns nothing is null when it is read again, and is not run again',
  functions: ({ inngest, name, mark }) => [
    inngest.createFunction({ id: 'nothing', triggers: [{ event: name('go') }] }, async ({ step }) => {
      const nothing = await step.run('nothing', () => mark('nothing'))
      await step.sleep('replay', '1s')
      return { nothing }
    }),
  ],
  async check(t) {
    const run = await t.run(await t.send('go'))
    assert.deepEqual(await t.result(run.run_id), { nothing: null })
    assert.equal(t.count('nothing'), 1)
  },
})
