import assert from 'node:assert/strict'
import { scenario } from '../../harness/scenario.ts'

export default scenario({
  title: 'DELETE of an ended run changes nothing',
  functions: ({ inngest, name }) => [
    inngest.createFunction({ id: 'quick', triggers: [{ event: name('go') }] }, async () => 'done'),
  ],
  async check(t) {
    const id = await t.send('go')
    const { run_id: runId } = await t.run(id)
    await t.request('DELETE', `/v1/runs/${runId}`)
    await t.settle()
    assert.equal((await t.run(id)).status, 'Completed')
  },
})
