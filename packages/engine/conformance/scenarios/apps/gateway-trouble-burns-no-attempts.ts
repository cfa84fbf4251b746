import assert from 'node:assert/strict'
import { scenario } from '../../harness/scenario.ts'

export default scenario({
  title: 'A 502 from a proxy before the app burns no attempt: a run with retries 0 completes when the app is back',
  differs: 'a 502 counts as a failed attempt',
  limitMs: 40_000,
  functions: ({ inngest, name }) => [
    inngest.createFunction({ id: 'work', retries: 0, triggers: [{ event: name('go') }] }, async () => 'done'),
  ],
  async check(t) {
    let left = 2
    t.app.force(() => {
      left -= 1
      return left >= 0
        ? { status: 502, headers: { 'content-type': 'text/html' }, body: '<h1>Bad gateway</h1>' }
        : undefined
    })
    const run = await t.run(await t.send('go'))
    assert.equal(run.status, 'Completed')
    assert.equal(t.calls().at(-1)?.attempt, 0)
  },
})
