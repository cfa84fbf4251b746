import assert from 'node:assert/strict'
import { setTimeout as pause } from 'node:timers/promises'
import { scenario } from '../../harness/scenario.ts'

export default scenario({
  title: 'Refused connections burn no attempts: a run with retries 0 completes after the app was down for six seconds',
  differs: 'a refused connection counts as a failed attempt',
  functions: ({ inngest, name }) => [
    inngest.createFunction({ id: 'work', retries: 0, triggers: [{ event: name('go') }] }, async () => 'done'),
  ],
  limitMs: 40_000,
  async check(t) {
    await t.app.goDown()
    const id = await t.send('go')
    await pause(6_000)
    await t.app.comeUp()
    const run = await t.run(id)
    assert.equal(run.status, 'Completed')
    assert.equal(t.calls('work')[0]?.attempt, 0)
  },
})
