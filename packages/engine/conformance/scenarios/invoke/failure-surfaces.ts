import assert from 'node:assert/strict'
import { scenario } from '../../harness/scenario.ts'

export default scenario({
  title: 'A failed invoked function has all its attempts, then its error surfaces where it was invoked',
  functions: ({ inngest, name, mark }) => {
    const child = inngest.createFunction(
      { id: 'child', retries: 1, triggers: [{ event: name('child') }] },
      async ({ attempt }) => {
        mark('child', attempt)
        throw new RangeError('out of stock')
      },
    )
    const parent = inngest.createFunction({ id: 'parent', triggers: [{ event: name('go') }] }, async ({ step }) => {
      try {
        await step.invoke('call', { function: child, data: {} })
        return 'no error'
      } catch (error) {
        const { name: errorName, message } = error as Error
        return await step.run('make-good', () => `${errorName}: ${message}`)
      }
    })
    return [child, parent]
  },
  async check(t) {
    const run = await t.run(await t.send('go'))
    assert.equal(run.status, 'Completed')
    assert.deepEqual(t.details('child'), [0, 1])
    assert.equal(await t.result(run.run_id), 'RangeError: out of stock')
  },
})
