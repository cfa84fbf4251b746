import assert from 'node:assert/strict'
import { scenario } from '../../harness/scenario.ts'

export default scenario({
  title: 'One event starts runs in two apps',
  functions: ({ inngest, name, mark }) => [
    inngest.createFunction({ id: 'same', triggers: [{ event: name('go') }] }, async () => mark('first app')),
  ],
  async check(t) {
    await t.openApp('second', ({ inngest, name, mark }) => [
      inngest.createFunction({ id: 'same', triggers: [{ event: name('go') }] }, async () => mark('second app')),
    ])
    const runs = await t.runs(await t.send('go'), 2)
    assert.deepEqual(
      runs.map(run => run.status),
      ['Completed', 'Completed'],
    )
    assert.deepEqual(t.marks().sort(), ['first app', 'second app'])
  },
})
