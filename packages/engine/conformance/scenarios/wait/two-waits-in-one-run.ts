import assert from 'node:assert/strict'
import { scenario } from '../../harness/scenario.ts'

export default scenario({
  title: 'Two waits of one run, side by side, each get the event that is theirs',
  functions: ({ inngest, name }) => [
    inngest.createFunction({ id: 'wait', triggers: [{ event: name('go') }] }, async ({ step }) => {
      const [paid, packed] = await Promise.all([
        step.waitForEvent('paid', { event: name('paid'), timeout: '30s' }),
        step.waitForEvent('packed', { event: name('packed'), timeout: '30s' }),
      ])
      return [paid?.data.n, packed?.data.n]
    }),
  ],
  async check(t) {
    const id = await t.send('go')
    await t.waiting('wait')
    await t.send('packed', { n: 2 })
    await t.send('paid', { n: 1 })
    assert.deepEqual(await t.result((await t.run(id)).run_id), [1, 2])
  },
})
