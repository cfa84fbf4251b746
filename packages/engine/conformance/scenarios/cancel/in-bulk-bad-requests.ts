import assert from 'node:assert/strict'
import { scenario } from '../../harness/scenario.ts'

export default scenario({
  title: 'POST /v1/cancellations answers 400 for what is missing, 404 for an unknown function',
  functions: ({ inngest, name }) => [
    inngest.createFunction({ id: 'quick', triggers: [{ event: name('go') }] }, async () => null),
  ],
  async check(t) {
    const before = new Date().toISOString()
    assert.equal((await t.request('POST', '/v1/cancellations', {})).status, 400)
    const unknown = { app_id: 'no-app', function_id: 'no-function', started_before: before }
    assert.equal((await t.request('POST', '/v1/cancellations', unknown)).status, 404)
    const future = { ...unknown, started_before: new Date(Date.now() + 3_600_000).toISOString() }
    assert.equal((await t.request('POST', '/v1/cancellations', future)).status, 400)
  },
})
