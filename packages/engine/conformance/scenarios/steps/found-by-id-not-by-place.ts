import assert from 'node:assert/strict'
import { scenario } from '../../harness/scenario.ts'

export default scenario({
  title: 'A step is known by its id: code that asks in another order finds each its own result',
  functions: ({ inngest, name, mark }) => [
    inngest.createFunction({ id: 'order', triggers: [{ event: name('go') }] }, async ({ step }) => {
      const get = (id: string) =>
        step.run(id, () => {
          mark(id)
          return id.toUpperCase()
        })
      const [a, b] = await Promise.all([get('a'), get('b')])
      await step.sleep('replay', '1s')
      return { a, b, c: await get('c') }
    }),
  ],
  async check(t) {
    const id = await t.send('go')
    await t.marked('b')
    await t.marked('a')
    const run = await t.run(id)
    assert.deepEqual(await t.result(run.run_id), { a: 'A', b: 'B', c: 'C' })
    assert.deepEqual([...t.marks()].sort(), ['a', 'b', 'c'])
  },
})
