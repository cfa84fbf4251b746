import assert from 'node:assert/strict'
import { scenario } from '../../harness/scenario.ts'

export default scenario({
  title: 'One event starts a run of every function it triggers, and they do not share state',
  functions: ({ inngest, name, mark }) =>
    ['mail', 'stock'].map(id =>
      inngest.createFunction({ id, triggers: [{ event: name('placed') }] }, async ({ step }) =>
        step.run('work', () => {
          mark(id)
          return id
        }),
      ),
    ),
  async check(t) {
    const runs = await t.runs(await t.send('placed'), 2)
    assert.deepEqual(
      runs.map(run => run.status),
      ['Completed', 'Completed'],
    )
    assert.deepEqual(t.marks().sort(), ['mail', 'stock'])
    const results = await Promise.all(runs.map(run => t.result(run.run_id)))
    assert.deepEqual(results.sort(), ['mail', 'stock'])
  },
})
