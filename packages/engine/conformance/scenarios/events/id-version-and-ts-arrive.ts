import assert from 'node:assert/strict'
import { scenario } from '../../harness/scenario.ts'

export default scenario({
  title: "The sender's id, version and ts arrive with the event",
  functions: ({ inngest, name }) => [
    inngest.createFunction({ id: 'see', triggers: [{ event: name('seen') }] }, async ({ event }) => ({
      id: event.id,
      v: event.v,
      ts: event.ts,
    })),
  ],
  async check(t) {
    const sent = { id: `${t.appId}-7`, v: '2026-11-24.1', ts: Date.now() - 5_000 }
    const run = await t.run(await t.send('seen', {}, sent))
    assert.deepEqual(await t.result(run.run_id), sent)
  },
})
