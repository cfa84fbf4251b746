import assert from 'node:assert/strict'
import { scenario } from '../../harness/scenario.ts'

export default scenario({
  title: 'step.sleepUntil goes on at the date',
  functions: ({ inngest, name, mark }) => [
    inngest.createFunction({ id: 'until', triggers: [{ event: name('go') }] }, async ({ step, event }) => {
      await step.sleepUntil('until', event.data.at)
      mark('after', Date.now())
    }),
  ],
  async check(t) {
    const at = Date.now() + 3_000
    await t.run(await t.send('go', { at: new Date(at).toISOString() }))
    const [after] = t.details('after') as number[]
    assert.ok((after ?? 0) >= at - 1_000, `went on ${at - (after ?? 0)} ms early`)
  },
})
