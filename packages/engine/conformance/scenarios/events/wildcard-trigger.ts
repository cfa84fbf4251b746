import assert from 'node:assert/strict'
import { scenario } from '../../harness/scenario.ts'

export default scenario({
  title: 'A trigger that ends in /* takes every event below that name and no other',
  functions: ({ inngest, name, mark }) => [
    inngest.createFunction({ id: 'any', triggers: [{ event: name('order/*') }] }, async ({ event }) =>
      mark('ran', event.data.n),
    ),
  ],
  async check(t) {
    await t.send('stock/placed', { n: 0 })
    await t.send('order/placed', { n: 1 })
    await t.send('order/item/added', { n: 2 })
    await t.marked('ran', 2)
    await t.settle()
    assert.deepEqual((t.details('ran') as number[]).sort(), [1, 2])
  },
})
