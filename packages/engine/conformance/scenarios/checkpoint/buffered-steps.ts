import assert from 'node:assert/strict'
import { scenario } from '../../harness/scenario.ts'

export default scenario({
  title: 'With bufferedSteps the steps still run once each, and a later replay finds them all',
  functions: ({ inngest, name, mark }) => [
    inngest.createFunction(
      { id: 'steps', checkpointing: { bufferedSteps: 4 }, triggers: [{ event: name('go') }] },
      async ({ step }) => {
        const seen: number[] = []
        for (let n = 0; n < 10; n += 1) {
          seen.push(
            await step.run(`step-${n}`, () => {
              mark('step', n)
              return n
            }),
          )
        }
        await step.sleep('replay', '1s')
        return seen
      },
    ),
  ],
  async check(t) {
    const run = await t.run(await t.send('go'))
    const numbers = Array.from({ length: 10 }, (_, n) => n)
    assert.deepEqual(await t.result(run.run_id), numbers)
    assert.deepEqual(t.details('step'), numbers)
  },
})
