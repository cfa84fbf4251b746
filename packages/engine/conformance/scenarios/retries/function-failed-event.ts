import assert from 'node:assert/strict'
import type { EndEvent } from '../../harness/end-event.ts'
import { scenario } from '../../harness/scenario.ts'

export default scenario({
  title: 'inngest/function.failed tells the function, run, error and event, under the id of the run',
  functions: ({ inngest, name, mark }) => [
    inngest.createFunction({ id: 'fails', retries: 0, triggers: [{ event: name('go') }] }, async () => {
      throw new RangeError('too far')
    }),
    inngest.createFunction(
      {
        id: 'hear',
        triggers: [{ event: 'inngest/function.failed', if: `event.data.function_id == "${inngest.id}-fails"` }],
      },
      async ({ event }) => mark('heard', { id: event.id, data: event.data }),
    ),
  ],
  async check(t) {
    const run = await t.run(await t.send('go', { n: 2 }))
    await t.marked('heard')
    const [{ id, data }] = t.details('heard') as [EndEvent]
    assert.equal(id, run.run_id)
    assert.equal(data.run_id, run.run_id)
    assert.equal(data.error?.name, 'RangeError')
    assert.equal(data.error?.message, 'too far')
    assert.deepEqual(data.event.data, { n: 2 })
    assert.deepEqual(data._inngest, { status: 'Failed' })
  },
})
