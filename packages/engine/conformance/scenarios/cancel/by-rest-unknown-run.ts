import assert from 'node:assert/strict'
import { scenario } from '../../harness/scenario.ts'

export default scenario({
  title: 'DELETE of a run that does not exist answers 404, of what is no run id 400',
  functions: ({ inngest, name }) => [
    inngest.createFunction({ id: 'quick', triggers: [{ event: name('go') }] }, async () => null),
  ],
  async check(t) {
    assert.equal((await t.request('DELETE', '/v1/runs/01JZZZZZZZZZZZZZZZZZZZZZZZ')).status, 404)
    assert.equal((await t.request('DELETE', '/v1/runs/nonsense')).status, 400)
  },
})
