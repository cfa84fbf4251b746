import assert from 'node:assert/strict'
import { scenario } from '../../harness/scenario.ts'

export default scenario({
  title: 'step.waitForEvent gives the whole event that matches',
  functions: ({ inngest, name }) => [
    inngest.createFunction({ id: 'wait', triggers: [{ event: name('go') }] }, async ({ step }) =>
      step.waitForEvent('answer', { event: name('answer'), timeout: '30s' }),
    ),
  ],
  async check(t) {
    const id = await t.send('go')
    await t.waiting('wait')
    const answerId = await t.send('answer', { n: 7 })
    const run = await t.run(id)
    const { id: seenId, name, data } = (await t.result(run.run_id)) as Record<string, unknown>
    assert.deepEqual({ id: seenId, name, data }, { id: answerId, name: t.name('answer'), data: { n: 7 } })
  },
})
