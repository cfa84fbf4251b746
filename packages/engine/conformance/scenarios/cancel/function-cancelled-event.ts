import assert from 'node:assert/strict'
import type { EndEvent } from '../../harness/end-event.ts'
import { scenario } from '../../harness/scenario.ts'

export default scenario({
  title: 'inngest/function.cancelled tells the function, run and event, under the id of the run',
  functions: ({ inngest, name, mark }) => [
    inngest.createFunction(
      { id: 'long', triggers: [{ event: name('go') }], cancelOn: [{ event: name('stop') }] },
      async ({ step }) => step.sleep('nap', '10m'),
    ),
    inngest.createFunction(
      {
        id: 'hear',
        triggers: [{ event: 'inngest/function.cancelled', if: `event.data.function_id == "${inngest.id}-long"` }],
      },
      async ({ event }) => mark('heard', { id: event.id, data: event.data }),
    ),
  ],
  async check(t) {
    const eventId = await t.send('go', { n: 3 })
    await t.waiting('long')
    await t.send('stop')
    const run = await t.run(eventId)
    await t.marked('heard')
    const [{ id, data }] = t.details('heard') as [EndEvent]
    assert.equal(id, run.run_id)
    assert.equal(data.run_id, run.run_id)
    assert.deepEqual(data.event.data, { n: 3 })
    assert.deepEqual(data._inngest, { status: 'Cancelled' })
  },
})
