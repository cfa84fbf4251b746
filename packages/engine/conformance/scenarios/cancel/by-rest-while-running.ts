import assert from 'node:assert/strict'
import { setTimeout as pause } from 'node:timers/promises'
import { scenario } from '../../harness/scenario.ts'

export default scenario({
  title: 'DELETE of a run whose step runs cancels it; the step after that does not begin',
  functions: ({ inngest, name, mark }) => [
    inngest.createFunction(
      { id: 'busy', checkpointing: false, triggers: [{ event: name('go') }] },
      async ({ step }) => {
        await step.run('work', async () => {
          mark('work begins')
          await pause(2_500)
          mark('work ends')
        })
        await step.run('after', () => mark('after'))
      },
    ),
  ],
  async check(t) {
    const id = await t.send('go')
    await t.marked('work begins')
    await t.settle()
    const runId = t.calls('busy')[0]?.runId
    assert.equal((await t.request('DELETE', `/v1/runs/${runId}`)).status, 200)
    assert.equal((await t.run(id)).status, 'Cancelled')
    await t.marked('work ends')
    await t.settle()
    assert.equal(t.count('after'), 0)
  },
})
