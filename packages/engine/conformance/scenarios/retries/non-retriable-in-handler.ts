import assert from 'node:assert/strict'
import { NonRetriableError } from 'inngest'
import { scenario } from '../../harness/scenario.ts'

export default scenario({
  title: 'A NonRetriableError in the function fails the run at once',
  functions: ({ inngest, name }) => [
    inngest.createFunction({ id: 'fails', retries: 3, triggers: [{ event: name('go') }] }, async () => {
      throw new NonRetriableError('no use')
    }),
  ],
  async check(t) {
    const run = await t.run(await t.send('go'))
    await t.settle()
    assert.equal(run.status, 'Failed')
    assert.equal(t.calls('fails').length, 1)
  },
})
