import assert from 'node:assert/strict'
import { scenario } from '../../harness/scenario.ts'

export default scenario({
  title: 'An event starts one run, which gets the event with its id',
  functions: ({ inngest, name }) => [
    inngest.createFunction(
      { id: 'greet', triggers: [{ event: name('hello') }] },
      async ({ event }) => `hello ${event.data.who}`,
    ),
  ],
  async check(t) {
    const id = await t.send('hello', { who: 'Ann' })
    const run = await t.run(id)
    assert.equal(run.status, 'Completed')
    assert.equal(await t.result(run.run_id), 'hello Ann')
    assert.equal(t.calls('greet').length, 1)
    assert.equal(t.calls('greet')[0]?.body.event.id, id)
  },
})
