import assert from 'node:assert/strict'
import { scenario } from '../../harness/scenario.ts'

export default scenario({
  title: 'An event whose id was seen before is accepted and starts nothing',
  functions: ({ inngest, name, mark }) => [
    inngest.createFunction({ id: 'pay', triggers: [{ event: name('paid') }] }, async ({ event }) =>
      mark('ran', event.data.n),
    ),
  ],
  async check(t) {
    const id = `${t.appId}-payment-1`
    await t.run(await t.send('paid', { n: 1 }, { id }))
    await t.send('paid', { n: 2 }, { id })
    await t.run(await t.send('paid', { n: 3 }, { id: `${id}-other` }))
    await t.settle()
    assert.deepEqual(t.details('ran'), [1, 3])
  },
})
