import assert from 'node:assert/strict'
import { scenario } from '../../harness/scenario.ts'

const given = {
  date: new Date('2026-11-24T12:00:00.000Z'),
  text: 'naïve “가” \u2028 \u0001 \\ "',
  numbers: [0, -0.1, 1e21, 9_007_199_254_740_991],
  nested: { empty: {}, list: [], no: null, yes: true, blank: '' },
}

export default scenario({
  title: 'What a step returns is read again as the same JSON, a date as its text',
  functions: ({ inngest, name }) => [
    inngest.createFunction({ id: 'values', triggers: [{ event: name('go') }] }, async ({ step }) => {
      const values = await step.run('values', () => given)
      await step.sleep('replay', '1s')
      return values
    }),
  ],
  async check(t) {
    const run = await t.run(await t.send('go'))
    assert.deepEqual(await t.result(run.run_id), JSON.parse(JSON.stringify(given)))
  },
})
