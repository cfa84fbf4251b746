import assert from 'node:assert/strict'
import { scenario } from '../../harness/scenario.ts'

export default scenario({
  title: 'An invoked function may sleep; the parent waits for it',
  functions: ({ inngest, name, mark }) => {
    const child = inngest.createFunction({ id: 'child', triggers: [{ event: name('child') }] }, async ({ step }) => {
      await step.sleep('nap', '2s')
      return await step.run('wake', () => {
        mark('child')
        return 'rested'
      })
    })
    const parent = inngest.createFunction({ id: 'parent', triggers: [{ event: name('go') }] }, async ({ step }) => {
      const result = await step.invoke('call', { function: child, data: {} })
      await step.run('after', () => mark('parent'))
      return result
    })
    return [child, parent]
  },
  async check(t) {
    const run = await t.run(await t.send('go'))
    assert.equal(await t.result(run.run_id), 'rested')
    assert.deepEqual(t.marks(), ['child', 'parent'])
  },
})
