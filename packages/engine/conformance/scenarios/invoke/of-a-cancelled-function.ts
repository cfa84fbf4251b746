import assert from 'node:assert/strict'
import { scenario } from '../../harness/scenario.ts'

export default scenario({
  title: 'When the invoked run is cancelled, the parent goes on at once',
  functions: ({ inngest, name, mark }) => {
    const child = inngest.createFunction(
      { id: 'child', triggers: [{ event: name('child') }], cancelOn: [{ event: name('stop') }] },
      async ({ step }) => step.sleep('long', '10m'),
    )
    const parent = inngest.createFunction({ id: 'parent', triggers: [{ event: name('go') }] }, async ({ step }) => {
      const outcome = await step.invoke('call', { function: child, data: {} }).then(
        result => ({ result }),
        (error: Error) => ({ error: error.message }),
      )
      mark('outcome', outcome)
      return outcome
    })
    return [child, parent]
  },
  async check(t) {
    const id = await t.send('go')
    await t.waiting('child')
    await t.send('stop')
    const run = await t.run(id)
    assert.equal(run.status, 'Completed')
    assert.equal(t.count('outcome'), 1)
  },
})
