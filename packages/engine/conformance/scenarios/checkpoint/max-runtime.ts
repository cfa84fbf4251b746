import assert from 'node:assert/strict'
import { setTimeout as pause } from 'node:timers/promises'
import { scenario } from '../../harness/scenario.ts'

export default scenario({
  title: 'A run longer than maxRuntime goes on in further calls, each step once',
  functions: ({ inngest, name, mark }) => [
    inngest.createFunction(
      { id: 'steps', checkpointing: { maxRuntime: '1s' }, triggers: [{ event: name('go') }] },
      async ({ step }) => {
        for (let n = 0; n < 6; n += 1) {
          await step.run(`step-${n}`, async () => {
            mark('step', n)
            await pause(500)
          })
        }
        return 'done'
      },
    ),
  ],
  async check(t) {
    const run = await t.run(await t.send('go'))
    assert.equal(await t.result(run.run_id), 'done')
    assert.deepEqual(t.details('step'), [0, 1, 2, 3, 4, 5])
    assert.ok(t.calls().length >= 2, `${t.calls().length} calls`)
  },
})
