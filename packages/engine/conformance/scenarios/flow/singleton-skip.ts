import assert from 'node:assert/strict'
import { scenario } from '../../harness/scenario.ts'

export default scenario({
  title: 'singleton skip: while a run of the key is under way, another event starts none',
  functions: ({ inngest, name, mark }) => [
    inngest.createFunction(
      { id: 'single', triggers: [{ event: name('go') }], singleton: { mode: 'skip', key: 'event.data.key' } },
      async ({ step, event }) => {
        await step.run('begin', () => mark('begin', `${event.data.key}${event.data.n}`))
        await step.sleep('nap', '4s')
      },
    ),
  ],
  async check(t) {
    const first = await t.send('go', { key: 'a', n: 1 })
    await t.marked('begin')
    await t.send('go', { key: 'a', n: 2 })
    await t.send('go', { key: 'b', n: 3 })
    await t.run(first)
    await t.run(await t.send('go', { key: 'a', n: 4 }))
    assert.deepEqual(t.details('begin'), ['a1', 'b3', 'a4'])
  },
})
