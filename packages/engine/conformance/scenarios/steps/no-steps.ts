import assert from 'node:assert/strict'
import { scenario } from '../../harness/scenario.ts'

export default scenario({
  title: 'A function without steps is called once and completes',
  functions: ({ inngest, name, mark }) => [
    inngest.createFunction({ id: 'plain', triggers: [{ event: name('go') }] }, async () => {
      mark('handler')
      return { plain: true }
    }),
  ],
  async check(t) {
    const run = await t.run(await t.send('go'))
    assert.equal(run.status, 'Completed')
    assert.deepEqual(await t.result(run.run_id), { plain: true })
    assert.equal(t.count('handler'), 1)
  },
})
