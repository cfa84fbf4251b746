import assert from 'node:assert/strict'
import { scenario } from '../../harness/scenario.ts'

export default scenario({
  title: 'A cancelOn with a timeout no longer counts when the timeout has passed',
  functions: ({ inngest, name }) => [
    inngest.createFunction(
      { id: 'long', triggers: [{ event: name('go') }], cancelOn: [{ event: name('stop'), timeout: '1s' }] },
      async ({ step }) => step.sleep('nap', '6s'),
    ),
  ],
  async check(t) {
    const id = await t.send('go')
    await t.waiting('long')
    await t.settle()
    await t.settle()
    await t.send('stop')
    assert.equal((await t.run(id)).status, 'Completed')
  },
})
