import assert from 'node:assert/strict'
import { scenario } from '../../harness/scenario.ts'

export default scenario({
  title: 'Thirty parallel steps run once each and their results keep their places',
  functions: ({ inngest, name, mark }) => [
    inngest.createFunction({ id: 'wide', triggers: [{ event: name('go') }] }, async ({ step }) => {
      const results = await Promise.all(
        Array.from({ length: 30 }, (_, n) =>
          step.run(`part-${n}`, () => {
            mark('part', n)
            return n * 2
          }),
        ),
      )
      return await step.run('sum', () => results)
    }),
  ],
  async check(t) {
    const run = await t.run(await t.send('go'))
    const numbers = Array.from({ length: 30 }, (_, n) => n)
    assert.deepEqual(
      (t.details('part') as number[]).sort((a, b) => a - b),
      numbers,
    )
    assert.deepEqual(
      await t.result(run.run_id),
      numbers.map(n => n * 2),
    )
  },
})
