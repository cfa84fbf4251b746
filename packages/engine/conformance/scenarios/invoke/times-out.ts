import assert from 'node:assert/strict'
import { scenario } from '../../harness/scenario.ts'

export default scenario({
  title: 'An invoke that takes longer than its timeout fails with InngestInvokeTimeoutError; the invoked run goes on',
  functions: ({ inngest, name, mark }) => {
    const child = inngest.createFunction({ id: 'child', triggers: [{ event: name('child') }] }, async ({ step }) => {
      await step.sleep('long', '5s')
      await step.run('end', () => mark('child ends'))
    })
    const parent = inngest.createFunction({ id: 'parent', triggers: [{ event: name('go') }] }, async ({ step }) => {
      try {
        await step.invoke('call', { function: child, data: {}, timeout: '2s' })
        return 'no error'
      } catch (error) {
        return `${(error as Error).name}: ${(error as Error).message}`
      }
    })
    return [child, parent]
  },
  async check(t) {
    const run = await t.run(await t.send('go'))
    assert.equal(
      await t.result(run.run_id),
      'InngestInvokeTimeoutError: Timed out waiting for invoked function to complete',
    )
    assert.equal(t.count('child ends'), 0)
    await t.marked('child ends')
  },
})
