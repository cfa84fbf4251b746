import assert from 'node:assert/strict'
import { NonRetriableError } from 'inngest'
import { scenario } from '../../harness/scenario.ts'

export default scenario({
  title: "An invoked function's failure that is not caught fails the parent; the invoke is not repeated",
  functions: ({ inngest, name, mark }) => {
    const child = inngest.createFunction({ id: 'child', triggers: [{ event: name('child') }] }, async () => {
      mark('child')
      throw new NonRetriableError('never')
    })
    const parent = inngest.createFunction(
      { id: 'parent', retries: 1, triggers: [{ event: name('go') }] },
      async ({ step }) => step.invoke('call', { function: child, data: {} }),
    )
    return [child, parent]
  },
  async check(t) {
    const run = await t.run(await t.send('go'))
    assert.equal(run.status, 'Failed')
    assert.equal(t.count('child'), 1)
    assert.equal((run.output as { message: string }).message, 'never')
  },
})
