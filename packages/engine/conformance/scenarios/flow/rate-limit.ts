import assert from 'node:assert/strict'
import { scenario } from '../../harness/scenario.ts'

export default scenario({
  title: 'rateLimit drops events beyond the limit, for each key by itself',
  functions: ({ inngest, name, mark }) => [
    inngest.createFunction(
      { id: 'few', triggers: [{ event: name('go') }], rateLimit: { limit: 1, period: '60s', key: 'event.data.key' } },
      async ({ event }) => mark('ran', event.data.key),
    ),
  ],
  async check(t) {
    const first = await t.send('go', { key: 'a' })
    await t.run(first)
    const dropped = await t.send('go', { key: 'a' })
    await t.run(await t.send('go', { key: 'b' }))
    await t.settle()
    assert.deepEqual(t.details('ran'), ['a', 'b'])
    const { body } = await t.request('GET', `/v1/events/${dropped}/runs`)
    assert.deepEqual((body as { data: unknown }).data, [])
  },
})
