import assert from 'node:assert/strict'
import { scenario } from '../../harness/scenario.ts'

export default scenario({
  title: 'Chains of steps side by side each keep their own order',
  functions: ({ inngest, name, mark }) => [
    inngest.createFunction({ id: 'chains', triggers: [{ event: name('go') }] }, async ({ step }) => {
      const chain = async (id: string) => {
        const first = await step.run(`${id}-1`, () => {
          mark(`${id}-1`)
          return `${id}1`
        })
        return await step.run(`${id}-2`, () => {
          mark(`${id}-2`)
          return `${first}${id}2`
        })
      }
      return await Promise.all([chain('a'), chain('b')])
    }),
  ],
  async check(t) {
    const run = await t.run(await t.send('go'))
    assert.deepEqual(await t.result(run.run_id), ['a1a2', 'b1b2'])
    assert.deepEqual([...t.marks()].sort(), ['a-1', 'a-2', 'b-1', 'b-2'])
    for (const id of ['a', 'b']) assert.ok(t.marks().indexOf(`${id}-1`) < t.marks().indexOf(`${id}-2`))
  },
})
