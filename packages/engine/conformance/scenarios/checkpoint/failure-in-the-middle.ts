import assert from 'node:assert/strict'
import { scenario } from '../../harness/scenario.ts'

export default scenario({
  title: 'A checkpointed step that fails is tried again alone; the steps before it are not',
  functions: ({ inngest, name, mark }) => [
    inngest.createFunction(
      { id: 'steps', retries: 1, triggers: [{ event: name('go') }] },
      async ({ step, attempt }) => {
        await step.run('one', () => mark('one'))
        await step.run('two', () => mark('two'))
        await step.run('three', () => {
          mark('three', attempt)
          if (attempt === 0) throw new Error('at first')
        })
        await step.run('four', () => mark('four', attempt))
      },
    ),
  ],
  async check(t) {
    assert.equal((await t.run(await t.send('go'))).status, 'Completed')
    assert.deepEqual(t.marks(), ['one', 'two', 'three', 'three', 'four'])
    assert.deepEqual(t.details('three'), [0, 1])
  },
})
