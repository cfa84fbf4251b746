import assert from 'node:assert/strict'
import { scenario } from '../../harness/scenario.ts'

export default scenario({
  title: 'Twenty events in one request start twenty runs, one of each',
  functions: ({ inngest, name, mark }) => [
    inngest.createFunction({ id: 'count', triggers: [{ event: name('tick') }] }, async ({ event }) =>
      mark('ran', event.data.n),
    ),
  ],
  async check(t) {
    const numbers = Array.from({ length: 20 }, (_, n) => n)
    const ids = await t.sendMany(numbers.map(n => ({ name: 'tick', data: { n } })))
    assert.equal(new Set(ids).size, 20)
    for (const id of ids) assert.equal((await t.run(id)).status, 'Completed')
    assert.deepEqual(
      (t.details('ran') as number[]).sort((a, b) => a - b),
      numbers,
    )
  },
})
