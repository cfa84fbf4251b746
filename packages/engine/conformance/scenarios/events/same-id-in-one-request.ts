import assert from 'node:assert/strict'
import { scenario } from '../../harness/scenario.ts'

export default scenario({
  title: 'Two events with one id in one request start one run',
  functions: ({ inngest, name, mark }) => [
    inngest.createFunction({ id: 'pay', triggers: [{ event: name('paid') }] }, async () => mark('ran')),
  ],
  async check(t) {
    const id = `${t.appId}-payment`
    await t.sendMany([1, 2].map(n => ({ name: 'paid', data: { n }, id })))
    await t.marked('ran')
    await t.settle()
    assert.equal(t.count('ran'), 1)
  },
})
