import assert from 'node:assert/strict'
import { scenario } from '../../harness/scenario.ts'

export default scenario({
  title: 'Arguments of step.run reach the step',
  functions: ({ inngest, name }) => [
    inngest.createFunction({ id: 'input', triggers: [{ event: name('go') }] }, async ({ step }) =>
      step.run('add', (one: number, other: { n: number }) => one + other.n, 40, { n: 2 }),
    ),
  ],
  async check(t) {
    const run = await t.run(await t.send('go'))
    assert.equal(await t.result(run.run_id), 42)
  },
})
