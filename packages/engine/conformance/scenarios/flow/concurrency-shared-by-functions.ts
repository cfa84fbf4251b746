import assert from 'node:assert/strict'
import { setTimeout as pause } from 'node:timers/promises'
import { scenario } from '../../harness/scenario.ts'

export default scenario({
  title: 'Concurrency with scope env and one key is shared by the functions that name it',
  functions: ({ inngest, name, mark }) =>
    ['one', 'other'].map(id =>
      inngest.createFunction(
        { id, triggers: [{ event: name('go') }], concurrency: { scope: 'env', limit: 1, key: `"${inngest.id}"` } },
        async ({ step }) =>
          step.run('work', async () => {
            mark('begin')
            await pause(500)
            mark('end')
          }),
      ),
    ),
  async check(t) {
    for (const id of await t.sendMany([{ name: 'go' }, { name: 'go' }])) await t.runs(id, 2)
    assert.deepEqual(t.marks(), Array.from({ length: 4 }, () => ['begin', 'end']).flat())
  },
})
