import assert from 'node:assert/strict'
import { scenario } from '../../harness/scenario.ts'

export default scenario({
  title: 'A sleep beside a step: the step runs meanwhile, once, and the function goes on after both',
  functions: ({ inngest, name, mark }) => [
    inngest.createFunction({ id: 'beside', triggers: [{ event: name('go') }] }, async ({ step }) => {
      const [, worked] = await Promise.all([
        step.sleep('nap', '2s'),
        step.run('work', () => {
          mark('work')
          return 'worked'
        }),
      ])
      await step.run('after', () => mark('after'))
      return worked
    }),
  ],
  async check(t) {
    const run = await t.run(await t.send('go'))
    assert.deepEqual(t.marks(), ['work', 'after'])
    assert.equal(await t.result(run.run_id), 'worked')
  },
})
