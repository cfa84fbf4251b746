import assert from 'node:assert/strict'
import { RetryAfterError } from 'inngest'
import { scenario } from '../../harness/scenario.ts'

export default scenario({
  title: 'RetryAfterError with a time puts the next attempt off by that time',
  functions: ({ inngest, name, mark }) => [
    inngest.createFunction({ id: 'busy', retries: 1, triggers: [{ event: name('go') }] }, async ({ attempt }) => {
      mark('try', Date.now())
      if (attempt === 0) throw new RetryAfterError('busy', '4s')
    }),
  ],
  async check(t) {
    const run = await t.run(await t.send('go'))
    assert.equal(run.status, 'Completed')
    const [first, second] = t.details('try') as number[]
    const waited = (second ?? 0) - (first ?? 0)
    assert.ok(waited >= 2_500, `waited only ${waited} ms`)
  },
})
