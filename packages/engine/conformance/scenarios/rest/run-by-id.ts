import assert from 'node:assert/strict'
import { scenario } from '../../harness/scenario.ts'

export default scenario({
  title: 'GET /v1/runs/{id} and /v1/events/{id}/runs show the same run, with status, event and times',
  functions: ({ inngest, name }) => [
    inngest.createFunction({ id: 'quick', triggers: [{ event: name('go') }] }, async () => null),
  ],
  async check(t) {
    const id = await t.send('go')
    const ended = await t.run(id)
    const { body } = await t.request('GET', `/v1/events/${id}/runs?again`)
    const [listed] = (body as { data: Record<string, string>[] }).data
    assert.equal(listed?.run_id, ended.run_id)
    assert.equal(listed?.event_id, id)
    assert.equal(listed?.status, 'Completed')
    const shown = (await t.request('GET', `/v1/runs/${ended.run_id}?again`)).body as { data: Record<string, string> }
    assert.ok(Date.parse(shown.data.run_started_at ?? '') <= Date.parse(shown.data.ended_at ?? ''))
    assert.equal(shown.data.function_id, listed?.function_id)
  },
})
