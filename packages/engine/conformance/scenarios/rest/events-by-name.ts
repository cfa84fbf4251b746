import assert from 'node:assert/strict'
import { scenario } from '../../harness/scenario.ts'

export default scenario({
  title: 'GET /v1/events lists events by name, newest first, and keeps to the limit',
  functions: ({ inngest, name }) => [
    inngest.createFunction({ id: 'quick', triggers: [{ event: name('go') }] }, async () => null),
  ],
  async check(t) {
    for (const n of [1, 2, 3]) await t.run(await t.send('go', { n }))
    await t.send('other')
    const list = async (limit: number) => {
      const { body } = await t.request('GET', `/v1/events?name=${encodeURIComponent(t.name('go'))}&limit=${limit}`)
      return (body as { data: { data: { n: number } }[] }).data.map(event => event.data.n)
    }
    assert.deepEqual(await list(10), [3, 2, 1])
    assert.deepEqual(await list(2), [3, 2])
  },
})
