import assert from 'node:assert/strict'
import { scenario } from '../../harness/scenario.ts'

export default scenario({
  title: 'An event with a ts in the future starts its run at that time',
  functions: ({ inngest, name, mark }) => [
    inngest.createFunction({ id: 'later', triggers: [{ event: name('later') }] }, async () => mark('ran', Date.now())),
  ],
  async check(t) {
    const ts = Date.now() + 3_000
    const id = await t.send('later', {}, { ts })
    await t.settle()
    assert.equal(t.count('ran'), 0)
    await t.run(id)
    const [ranAt] = t.details('ran') as number[]
    assert.ok((ranAt ?? 0) >= ts - 1_000, `ran ${ts - (ranAt ?? 0)} ms early`)
  },
})
