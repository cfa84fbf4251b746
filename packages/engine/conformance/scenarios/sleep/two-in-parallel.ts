import assert from 'node:assert/strict'
import { scenario } from '../../harness/scenario.ts'

export default scenario({
  title: 'Two sleeps side by side take the time of the longer one, not of both',
  functions: ({ inngest, name, mark }) => [
    inngest.createFunction({ id: 'two', triggers: [{ event: name('go') }] }, async ({ step }) => {
      await step.run('begin', () => mark('begin', Date.now()))
      await Promise.all([step.sleep('one', '4s'), step.sleep('other', '5s')])
      await step.run('end', () => mark('end', Date.now()))
    }),
  ],
  async check(t) {
    await t.run(await t.send('go'))
    const [begin] = t.details('begin') as number[]
    const [end] = t.details('end') as number[]
    const took = (end ?? 0) - (begin ?? 0)
    assert.ok(took >= 4_000 && took < 8_900, `took ${took} ms`)
  },
})
