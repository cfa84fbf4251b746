import assert from 'node:assert/strict'
import { scenario } from '../../harness/scenario.ts'

export default scenario({
  title: 'A step that succeeds at its second attempt goes on, and the steps before it are not run again',
  functions: ({ inngest, name, mark }) => [
    inngest.createFunction(
      { id: 'flaky', retries: 2, triggers: [{ event: name('go') }] },
      async ({ step, attempt }) => {
        await step.run('before', () => mark('before'))
        await step.run('flaky', () => {
          mark('flaky')
          if (attempt === 0) throw new Error('at first')
        })
        await step.run('after', () => mark('after'))
      },
    ),
  ],
  async check(t) {
    const run = await t.run(await t.send('go'))
    assert.equal(run.status, 'Completed')
    assert.deepEqual(t.marks(), ['before', 'flaky', 'flaky', 'after'])
  },
})
