import assert from 'node:assert/strict'
import { scenario } from '../../harness/scenario.ts'

export default scenario({
  title: 'In race mode a wait that is answered beats a sleep, and the function goes on at once',
  functions: ({ inngest, name, mark }) => [
    inngest.createFunction({ id: 'wait', triggers: [{ event: name('go') }] }, async ({ step, group }) => {
      const winner = await group.parallel({ mode: 'race' }, () =>
        Promise.race([
          step
            .waitForEvent('answer', { event: name('answer'), timeout: '30s' })
            .then((answer: { data: { n: number } } | null) => answer?.data.n),
          step.sleep('patience', '6s').then(() => 'too late'),
        ]),
      )
      return await step.run('after', () => {
        mark('after', winner)
        return winner
      })
    }),
  ],
  async check(t) {
    const id = await t.send('go')
    await t.waiting('wait')
    await t.send('answer', { n: 5 })
    await t.marked('after')
    assert.deepEqual(t.details('after'), [5])
    assert.equal(await t.result((await t.run(id)).run_id), 5)
  },
})
