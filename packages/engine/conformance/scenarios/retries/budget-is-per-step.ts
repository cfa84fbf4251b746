import assert from 'node:assert/strict'
import { scenario } from '../../harness/scenario.ts'

export default scenario({
  title: 'Every step has its own attempts: two steps that each fail twice succeed with retries 2',
  functions: ({ inngest, name, mark }) => {
    const tries = { one: 0, other: 0 }
    const flaky = (id: 'one' | 'other') => () => {
      tries[id] += 1
      mark(id)
      if (tries[id] < 3) throw new Error(`${id} fails for the time number ${tries[id]}`)
      return id
    }
    return [
      inngest.createFunction({ id: 'flaky', retries: 2, triggers: [{ event: name('go') }] }, async ({ step }) => {
        await step.run('one', flaky('one'))
        return await step.run('other', flaky('other'))
      }),
    ]
  },
  async check(t) {
    const run = await t.run(await t.send('go'))
    assert.equal(run.status, 'Completed')
    assert.deepEqual(t.marks(), ['one', 'one', 'one', 'other', 'other', 'other'])
  },
})
