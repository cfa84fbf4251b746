import assert from 'node:assert/strict'
import { setTimeout as pause } from 'node:timers/promises'
import { scenario } from '../../harness/scenario.ts'

export default scenario({
  title: 'Concurrency 2: never more than two at once, and all get done',
  functions: ({ inngest, name, mark }) => [
    inngest.createFunction({ id: 'narrow', triggers: [{ event: name('go') }], concurrency: 2 }, async ({ step }) =>
      step.run('work', async () => {
        mark('begin')
        await pause(500)
        mark('end')
      }),
    ),
  ],
  async check(t) {
    for (const id of await t.sendMany(Array.from({ length: 6 }, () => ({ name: 'go' })))) await t.run(id)
    let now = 0
    let most = 0
    for (const label of t.marks()) {
      now += label === 'begin' ? 1 : -1
      most = Math.max(most, now)
    }
    assert.equal(most, 2)
    assert.equal(t.count('end'), 6)
  },
})
