import assert from 'node:assert/strict'
import { scenario } from '../../harness/scenario.ts'

export default scenario({
  title: 'An app that registers again replaces its functions: a changed trigger, a new function, a removed one',
  functions: ({ inngest, name, mark }) => [
    inngest.createFunction({ id: 'moved', triggers: [{ event: name('old') }] }, async () => mark('moved by old')),
    inngest.createFunction({ id: 'removed', triggers: [{ event: name('old') }] }, async () => mark('removed')),
  ],
  async check(t) {
    await t.runs(await t.send('old'), 2)
    await t.replace(({ inngest, name, mark }) => [
      inngest.createFunction({ id: 'moved', triggers: [{ event: name('new') }] }, async () => mark('moved by new')),
      inngest.createFunction({ id: 'added', triggers: [{ event: name('new') }] }, async () => mark('added')),
    ])
    await t.send('old')
    await t.runs(await t.send('new'), 2)
    await t.settle()
    assert.deepEqual(t.marks().sort(), ['added', 'moved by new', 'moved by old', 'removed'])
  },
})
