import assert from 'node:assert/strict'
import { scenario } from '../../harness/scenario.ts'

export default scenario({
  title: 'An event that no function listens to is accepted and starts nothing',
  functions: ({ inngest, name }) => [
    inngest.createFunction({ id: 'other', triggers: [{ event: name('other') }] }, async () => null),
  ],
  async check(t) {
    const id = await t.send('unheard')
    await t.settle()
    const { body } = await t.request('GET', `/v1/events/${id}/runs`)
    assert.deepEqual((body as { data: unknown }).data, [])
    assert.equal(t.calls().length, 0)
  },
})
