import assert from 'node:assert/strict'
import { scenario } from '../../harness/scenario.ts'

export default scenario({
  title: "A trigger's if lets through only the events for which it is true",
  functions: ({ inngest, name, mark }) => [
    inngest.createFunction(
      { id: 'big', triggers: [{ event: name('order'), if: 'event.data.total >= 100 && event.data.paid == true' }] },
      async ({ event }) => mark('ran', event.data.total),
    ),
  ],
  async check(t) {
    await t.sendMany([
      { name: 'order', data: { total: 99, paid: true } },
      { name: 'order', data: { total: 500, paid: false } },
      { name: 'order', data: {} },
      { name: 'order', data: { total: 100, paid: true } },
    ])
    await t.marked('ran')
    await t.settle()
    assert.deepEqual(t.details('ran'), [100])
  },
})
