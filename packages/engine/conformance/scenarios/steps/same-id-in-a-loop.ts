import assert from 'node:assert/strict'
import { scenario } from '../../harness/scenario.ts'

export default scenario({
  title: 'The same step id in nested loops is a step of its own each time',
  functions: ({ inngest, name, mark }) => [
    inngest.createFunction({ id: 'loop', triggers: [{ event: name('go') }] }, async ({ step }) => {
      const seen: string[] = []
      for (const outer of ['a', 'b']) {
        for (const inner of [1, 2]) {
          seen.push(
            await step.run('same', () => {
              mark('same')
              return `${outer}${inner}`
            }),
          )
        }
        await step.sleep('same-sleep', '1s')
      }
      return seen
    }),
  ],
  async check(t) {
    const run = await t.run(await t.send('go'))
    assert.deepEqual(await t.result(run.run_id), ['a1', 'a2', 'b1', 'b2'])
    assert.equal(t.count('same'), 4)
  },
})
