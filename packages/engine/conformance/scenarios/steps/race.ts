import assert from 'node:assert/strict'
import { setTimeout as pause } from 'node:timers/promises'
import { scenario } from '../../harness/scenario.ts'

export default scenario({
  title: 'In race mode the function goes on with the first step that is done, while the other still runs',
  functions: ({ inngest, name, mark }) => [
    inngest.createFunction({ id: 'race', triggers: [{ event: name('go') }] }, async ({ step, group }) => {
      const winner = await group.parallel({ mode: 'race' }, () =>
        Promise.race([
          step.run('fast', () => 'fast'),
          step.run('slow', async () => {
            await pause(2_000)
            mark('slow ends')
            return 'slow'
          }),
        ]),
      )
      return await step.run('after', () => {
        mark('after')
        return winner
      })
    }),
  ],
  async check(t) {
    const run = await t.run(await t.send('go'))
    assert.equal(await t.result(run.run_id), 'fast')
    assert.deepEqual(t.marks(), ['after', 'slow ends'])
  },
})
