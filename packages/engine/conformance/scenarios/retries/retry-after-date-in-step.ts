import assert from 'node:assert/strict'
import { RetryAfterError } from 'inngest'
import { scenario } from '../../harness/scenario.ts'

export default scenario({
  title: 'RetryAfterError with a date in a step puts the next attempt off until then',
  functions: ({ inngest, name, mark }) => [
    inngest.createFunction({ id: 'busy', retries: 1, triggers: [{ event: name('go') }] }, async ({ step, attempt }) =>
      step.run('busy', () => {
        mark('try', Date.now())
        if (attempt === 0) throw new RetryAfterError('busy', new Date(Date.now() + 4_000))
        return 'done'
      }),
    ),
  ],
  async check(t) {
    const run = await t.run(await t.send('go'))
    assert.equal(await t.result(run.run_id), 'done')
    const [first, second] = t.details('try') as number[]
    const waited = (second ?? 0) - (first ?? 0)
    assert.ok(waited >= 2_500, `waited only ${waited} ms`)
  },
})
