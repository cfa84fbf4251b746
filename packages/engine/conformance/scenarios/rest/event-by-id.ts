import assert from 'node:assert/strict'
import { scenario } from '../../harness/scenario.ts'

export default scenario({
  title: 'GET /v1/events/{id} shows the event; an unknown id is 404, what is no id 400',
  functions: ({ inngest, name }) => [
    inngest.createFunction({ id: 'quick', triggers: [{ event: name('go') }] }, async () => null),
  ],
  async check(t) {
    const id = await t.send('go', { n: 1 })
    await t.run(id)
    const { body } = await t.request('GET', `/v1/events/${id}`)
    const { data } = body as { data: Record<string, unknown> }
    assert.equal(data.internal_id, id)
    assert.equal(data.name, t.name('go'))
    assert.deepEqual(data.data, { n: 1 })
    assert.equal(await t.statusOf('/v1/events/01JZZZZZZZZZZZZZZZZZZZZZZZ'), 404)
    assert.equal(await t.statusOf('/v1/events/nonsense'), 400)
  },
})
