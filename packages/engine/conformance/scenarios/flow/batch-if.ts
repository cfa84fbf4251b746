import assert from 'node:assert/strict'
import { scenario } from '../../harness/scenario.ts'

export default scenario({
  title: 'Events that do not fulfil the if of a batch run by themselves at once',
  functions: ({ inngest, name, mark }) => [
    inngest.createFunction(
      {
        id: 'batch',
        triggers: [{ event: name('go') }],
        batchEvents: { maxSize: 2, timeout: '30s', if: 'event.data.patient == true' },
      },
      async ({ events }) =>
        mark(
          'batch',
          events.map((event: { data: Record<string, unknown> }) => event.data.n),
        ),
    ),
  ],
  async check(t) {
    await t.send('go', { n: 1, patient: true })
    await t.send('go', { n: 2, patient: false })
    await t.marked('batch')
    assert.deepEqual(t.details('batch'), [[2]])
    await t.send('go', { n: 3, patient: true })
    await t.marked('batch', 2)
    assert.deepEqual((t.details('batch')[1] as number[]).sort(), [1, 3])
  },
})
