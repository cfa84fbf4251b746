import assert from 'node:assert/strict'
import { scenario } from '../../harness/scenario.ts'

export default scenario({
  title: 'A megabyte of step data is there when it is read again',
  functions: ({ inngest, name, mark }) => [
    inngest.createFunction({ id: 'large', triggers: [{ event: name('go') }] }, async ({ step }) => {
      const text = await step.run('large', () => {
        mark('large')
        return 'x'.repeat(1_000_000)
      })
      await step.sleep('replay', '1s')
      return text.length
    }),
  ],
  async check(t) {
    const run = await t.run(await t.send('go'))
    assert.equal(await t.result(run.run_id), 1_000_000)
    assert.equal(t.count('large'), 1)
  },
})
