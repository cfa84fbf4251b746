import assert from 'node:assert/strict'
import { scenario } from '../../harness/scenario.ts'

export default scenario({
  title: 'A wait beside a step: the step runs meanwhile, and both results arrive',
  functions: ({ inngest, name, mark }) => [
    inngest.createFunction({ id: 'wait', triggers: [{ event: name('go') }] }, async ({ step }) => {
      const [answer, worked] = await Promise.all([
        step.waitForEvent('answer', { event: name('answer'), timeout: '30s' }),
        step.run('work', () => {
          mark('work')
          return 'worked'
        }),
      ])
      return [answer?.data.n, worked]
    }),
  ],
  async check(t) {
    const id = await t.send('go')
    await t.marked('work')
    await t.settle()
    await t.send('answer', { n: 4 })
    assert.deepEqual(await t.result((await t.run(id)).run_id), [4, 'worked'])
    assert.equal(t.count('work'), 1)
  },
})
