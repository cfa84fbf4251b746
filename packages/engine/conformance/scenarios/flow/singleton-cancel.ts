import assert from 'node:assert/strict'
import { scenario } from '../../harness/scenario.ts'

export default scenario({
  title: 'singleton cancel: a new event cancels the run under way and starts its own',
  functions: ({ inngest, name, mark }) => [
    inngest.createFunction(
      { id: 'single', triggers: [{ event: name('go') }], singleton: { mode: 'cancel' } },
      async ({ step, event }) => {
        await step.run('begin', () => mark('begin', event.data.n))
        await step.sleep('nap', '3s')
        await step.run('end', () => mark('end', event.data.n))
      },
    ),
  ],
  async check(t) {
    const first = await t.send('go', { n: 1 })
    await t.waiting('single')
    const second = await t.send('go', { n: 2 })
    assert.equal((await t.run(first)).status, 'Cancelled')
    assert.equal((await t.run(second)).status, 'Completed')
    assert.deepEqual(t.details('end'), [2])
  },
})
