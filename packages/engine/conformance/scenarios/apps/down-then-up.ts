import assert from 'node:assert/strict'
import { scenario } from '../../harness/scenario.ts'

export default scenario({
  title: 'While the app is down its work waits; when it is up again the run completes',
  functions: ({ inngest, name, mark }) => [
    inngest.createFunction({ id: 'work', triggers: [{ event: name('go') }] }, async ({ step }) => {
      await step.run('work', () => mark('work'))
      return 'done'
    }),
  ],
  limitMs: 40_000,
  async check(t) {
    await t.app.goDown()
    const id = await t.send('go')
    await t.settle()
    await t.app.comeUp()
    const run = await t.run(id)
    assert.equal(run.status, 'Completed')
    assert.equal(t.count('work'), 1)
  },
})
