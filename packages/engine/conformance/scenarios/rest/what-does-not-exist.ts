import assert from 'node:assert/strict'
import { scenario } from '../../harness/scenario.ts'

export default scenario({
  title: 'Of an unknown event there are no runs; what is no id is 400',
  functions: ({ inngest, name }) => [
    inngest.createFunction({ id: 'quick', triggers: [{ event: name('go') }] }, async () => null),
  ],
  async check(t) {
    const { body } = await t.request('GET', '/v1/events/01JZZZZZZZZZZZZZZZZZZZZZZZ/runs')
    assert.deepEqual((body as { data: unknown }).data, [])
    assert.equal(await t.statusOf('/v1/events/nonsense/runs'), 400)
    assert.equal(await t.statusOf('/v1/runs/nonsense'), 400)
    assert.ok((await t.statusOf('/v1/runs/01JZZZZZZZZZZZZZZZZZZZZZZZ')) >= 404)
  },
})
