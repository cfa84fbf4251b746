import assert from 'node:assert/strict'
import { scenario } from '../../harness/scenario.ts'

export default scenario({
  title: 'A run that waits for an event is cancelled, and the awaited event then does nothing',
  functions: ({ inngest, name, mark }) => [
    inngest.createFunction(
      { id: 'wait', triggers: [{ event: name('go') }], cancelOn: [{ event: name('stop') }] },
      async ({ step }) => {
        await step.waitForEvent('answer', { event: name('answer'), timeout: '1m' })
        mark('answered')
      },
    ),
  ],
  async check(t) {
    const id = await t.send('go')
    await t.waiting('wait')
    await t.send('stop')
    assert.equal((await t.run(id)).status, 'Cancelled')
    await t.send('answer')
    await t.settle()
    assert.equal(t.count('answered'), 0)
  },
})
