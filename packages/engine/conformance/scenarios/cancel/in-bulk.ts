import assert from 'node:assert/strict'
import { scenario } from '../../harness/scenario.ts'

export default scenario({
  title: 'POST /v1/cancellations cancels the runs of a function that began before a time and fulfil the if',
  differs: 'a self-hosted server answers 500: it keeps no bulk cancellations',
  functions: ({ inngest, name, mark }) => [
    inngest.createFunction({ id: 'long', triggers: [{ event: name('go') }] }, async ({ step, event }) => {
      await step.sleep('nap', '6s')
      await step.run('after', () => mark('after', event.data.n))
    }),
  ],
  async check(t) {
    const ids = await t.sendMany([1, 2, 3].map(n => ({ name: 'go', data: { n } })))
    await t.waiting('long', 3)
    const { status } = await t.request('POST', '/v1/cancellations', {
      app_id: t.appId,
      function_id: `${t.appId}-long`,
      started_before: new Date().toISOString(),
      if: 'event.data.n >= 2',
    })
    assert.equal(status, 200)
    const statuses = []
    for (const id of ids) statuses.push((await t.run(id)).status)
    assert.deepEqual(statuses, ['Completed', 'Cancelled', 'Cancelled'])
    assert.deepEqual(t.details('after'), [1])
  },
})
