import assert from 'node:assert/strict'
import { scenario } from '../../harness/scenario.ts'

export default scenario({
  title: 'Two waits one after the other need two events',
  functions: ({ inngest, name }) => [
    inngest.createFunction({ id: 'wait', triggers: [{ event: name('go') }] }, async ({ step }) => {
      const first = await step.waitForEvent('first', { event: name('answer'), timeout: '30s' })
      await step.run('between', () => undefined)
      const second = await step.waitForEvent('second', { event: name('answer'), timeout: '30s' })
      return [first?.data.n, second?.data.n]
    }),
  ],
  async check(t) {
    const id = await t.send('go')
    await t.waiting('wait')
    await t.send('answer', { n: 1 })
    await t.waiting('wait', 2)
    await t.send('answer', { n: 2 })
    assert.deepEqual(await t.result((await t.run(id)).run_id), [1, 2])
  },
})
