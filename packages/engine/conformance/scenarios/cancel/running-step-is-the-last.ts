import assert from 'node:assert/strict'
import { setTimeout as pause } from 'node:timers/promises'
import { scenario } from '../../harness/scenario.ts'

export default scenario({
  title: 'A run that is cancelled while a step runs ends with that step; no later step begins',
  functions: ({ inngest, name, mark }) => [
    inngest.createFunction(
      { id: 'busy', checkpointing: false, triggers: [{ event: name('go') }], cancelOn: [{ event: name('stop') }] },
      async ({ step }) => {
        await step.run('work', async () => {
          mark('work begins')
          await pause(3_000)
          mark('work ends')
        })
        await step.run('after', () => mark('after'))
      },
    ),
  ],
  async check(t) {
    const id = await t.send('go')
    await t.marked('work begins')
    await t.send('stop')
    assert.equal((await t.run(id)).status, 'Cancelled')
    await t.marked('work ends')
    await t.settle()
    assert.equal(t.count('after'), 0)
  },
})
