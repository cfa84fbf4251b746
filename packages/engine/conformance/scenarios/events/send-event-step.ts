import assert from 'node:assert/strict'
import { scenario } from '../../harness/scenario.ts'

export default scenario({
  title: 'step.sendEvent sends its events once, and other functions run on them',
  functions: ({ inngest, name, mark }) => [
    inngest.createFunction({ id: 'parent', triggers: [{ event: name('go') }] }, async ({ step }) => {
      const sent = await step.sendEvent('fan-out', [
        { name: name('child'), data: { n: 1 } },
        { name: name('child'), data: { n: 2 } },
      ])
      await step.sleep('a-moment', '1s')
      return sent.ids.length
    }),
    inngest.createFunction({ id: 'child', triggers: [{ event: name('child') }] }, async ({ event }) =>
      mark('child', event.data.n),
    ),
  ],
  async check(t) {
    const run = await t.run(await t.send('go'))
    await t.marked('child', 2)
    await t.settle()
    assert.equal(await t.result(run.run_id), 2)
    assert.deepEqual((t.details('child') as number[]).sort(), [1, 2])
  },
})
