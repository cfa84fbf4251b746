import assert from 'node:assert/strict'
import { scenario } from '../../harness/scenario.ts'

export default scenario({
  title: 'A run that sleeps is shown as Running, without an end',
  functions: ({ inngest, name }) => [
    inngest.createFunction({ id: 'long', triggers: [{ event: name('go') }] }, async ({ step }) =>
      step.sleep('nap', '4s'),
    ),
  ],
  async check(t) {
    const id = await t.send('go')
    await t.waiting('long')
    const { body } = await t.request('GET', `/v1/runs/${t.calls('long')[0]?.runId}?now`)
    const { data } = body as { data: Record<string, unknown> }
    assert.equal(data.status, 'Running')
    assert.ok(!data.ended_at)
    assert.equal((await t.run(id)).status, 'Completed')
  },
})
