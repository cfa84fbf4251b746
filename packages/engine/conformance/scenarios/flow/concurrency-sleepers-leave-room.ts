import assert from 'node:assert/strict'
import { scenario } from '../../harness/scenario.ts'

export default scenario({
  title: 'A sleeping run takes no place: with concurrency 1 another run works meanwhile',
  functions: ({ inngest, name, mark }) => [
    inngest.createFunction(
      { id: 'narrow', triggers: [{ event: name('go') }], concurrency: 1 },
      async ({ step, event }) => {
        if (event.data.sleep) await step.sleep('nap', '4s')
        await step.run('work', () => mark(event.data.sleep ? 'sleeper' : 'other'))
      },
    ),
  ],
  async check(t) {
    const first = await t.send('go', { sleep: true })
    await t.waiting('narrow')
    await t.run(await t.send('go', { sleep: false }))
    await t.run(first)
    assert.deepEqual(t.marks(), ['other', 'sleeper'])
  },
})
