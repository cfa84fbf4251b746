import assert from 'node:assert/strict'
import { referenceFunction } from 'inngest'
import { scenario } from '../../harness/scenario.ts'

export default scenario({
  title: 'A function of another app is invoked by reference',
  functions: ({ inngest, name }) => [
    inngest.createFunction({ id: 'parent', triggers: [{ event: name('go') }] }, async ({ step }) => {
      const child = referenceFunction({ appId: `${inngest.id}-other`, functionId: 'child' })
      return await step.invoke('call', { function: child, data: { n: 3 } })
    }),
  ],
  async check(t) {
    const other = await t.openApp('other', ({ inngest, name }) => [
      inngest.createFunction(
        { id: 'child', triggers: [{ event: name('child') }] },
        async ({ event }) => event.data.n + 1,
      ),
    ])
    const run = await t.run(await t.send('go'))
    assert.equal(await t.result(run.run_id), 4)
    assert.equal(other.calls.length, 1)
  },
})
