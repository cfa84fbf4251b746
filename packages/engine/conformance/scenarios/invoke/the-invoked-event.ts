import assert from 'node:assert/strict'
import { scenario } from '../../harness/scenario.ts'

export default scenario({
  title: 'An invoked function sees the event inngest/function.invoked with the given data',
  functions: ({ inngest, name, mark }) => {
    const child = inngest.createFunction({ id: 'child', triggers: [{ event: name('child') }] }, async ({ event }) => {
      mark('event', {
        name: event.name,
        n: event.data.n,
        fn: (event.data as { _inngest?: { fn_id: string } })._inngest?.fn_id,
      })
    })
    const parent = inngest.createFunction({ id: 'parent', triggers: [{ event: name('go') }] }, async ({ step }) => ({
      result: await step.invoke('call', { function: child, data: { n: 1 } }),
    }))
    return [child, parent]
  },
  async check(t) {
    const run = await t.run(await t.send('go'))
    assert.deepEqual(await t.result(run.run_id), { result: null })
    assert.deepEqual(t.details('event'), [{ name: 'inngest/function.invoked', n: 1, fn: `${t.appId}-child` }])
  },
})
