import assert from 'node:assert/strict'
import { scenario } from '../../harness/scenario.ts'

export default scenario({
  title: 'step.sleepUntil a date that has passed goes on at once',
  functions: ({ inngest, name, mark }) => [
    inngest.createFunction({ id: 'until', triggers: [{ event: name('go') }] }, async ({ step }) => {
      await step.sleepUntil('until', new Date('2020-01-01T00:00:00.000Z'))
      await step.run('after', () => mark('after'))
    }),
  ],
  async check(t) {
    assert.equal((await t.run(await t.send('go'))).status, 'Completed')
    assert.equal(t.count('after'), 1)
  },
})
