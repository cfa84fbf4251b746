import assert from 'node:assert/strict'
import { scenario } from '../../harness/scenario.ts'

export default scenario({
  title: 'A plain Promise.race of a step and a short sleep gives the step, and the run completes',
  functions: ({ inngest, name, mark }) => [
    inngest.createFunction({ id: 'race', triggers: [{ event: name('go') }] }, async ({ step }) =>
      Promise.race([
        step.run('fast', () => {
          mark('fast')
          return 'fast'
        }),
        step.sleep('slow', '2s').then(() => 'slow'),
      ]),
    ),
  ],
  async check(t) {
    const run = await t.run(await t.send('go'))
    assert.equal(run.status, 'Completed')
    assert.equal(await t.result(run.run_id), 'fast')
    assert.equal(t.count('fast'), 1)
  },
})
