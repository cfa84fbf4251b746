import assert from 'node:assert/strict'
import { scenario } from '../../harness/scenario.ts'

export default scenario({
  title: 'Fifty steps run once each, in order',
  functions: ({ inngest, name, mark }) => [
    inngest.createFunction({ id: 'long', triggers: [{ event: name('go') }] }, async ({ step }) => {
      let sum = 0
      for (let n = 1; n <= 50; n += 1) {
        sum += await step.run(`step-${n}`, () => {
          mark(`step-${n}`)
          return n
        })
      }
      return sum
    }),
  ],
  async check(t) {
    const run = await t.run(await t.send('go'))
    assert.deepEqual(
      t.marks(),
      Array.from({ length: 50 }, (_, n) => `step-${n + 1}`),
    )
    assert.equal(await t.result(run.run_id), 1_275)
  },
})
