import assert from 'node:assert/strict'
import { scenario } from '../../harness/scenario.ts'

export default scenario({
  title: 'A step that fails for good is caught, and what was done is undone in reverse, once',
  functions: ({ inngest, name, mark }) => [
    inngest.createFunction({ id: 'saga', retries: 1, triggers: [{ event: name('go') }] }, async ({ step }) => {
      const undo: string[] = []
      try {
        for (const id of ['reserve', 'charge']) {
          undo.unshift(id)
          await step.run(id, () => mark(id))
        }
        await step.run('ship', () => {
          mark('ship')
          throw new Error('no courier')
        })
      } catch (error) {
        for (const id of undo) await step.run(`undo-${id}`, () => mark(`undo-${id}`))
        return (error as Error).message
      }
    }),
  ],
  async check(t) {
    const run = await t.run(await t.send('go'))
    assert.equal(run.status, 'Completed')
    assert.deepEqual(t.marks(), ['reserve', 'charge', 'ship', 'ship', 'undo-charge', 'undo-reserve'])
    assert.equal(await t.result(run.run_id), 'no courier')
  },
})
