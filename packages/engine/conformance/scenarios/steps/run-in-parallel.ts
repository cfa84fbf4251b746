import assert from 'node:assert/strict'
import { setTimeout as pause } from 'node:timers/promises'
import { scenario } from '../../harness/scenario.ts'

const patienceMs = 8_000

export default scenario({
  title: 'Parallel steps run at the same time, each once',
  functions: ({ inngest, name, mark }) => {
    const allBegun = Promise.withResolvers<void>()
    let begun = 0
    return [
      inngest.createFunction({ id: 'wide', triggers: [{ event: name('go') }] }, async ({ step }) =>
        Promise.all(
          [1, 2, 3].map(n =>
            step.run(`part-${n}`, async () => {
              mark('begin', n)
              begun += 1
              if (begun === 3) allBegun.resolve()
              await Promise.race([allBegun.promise, pause(patienceMs)])
              mark('end', n)
              return n
            }),
          ),
        ),
      ),
    ]
  },
  async check(t) {
    const run = await t.run(await t.send('go'))
    assert.deepEqual(t.marks(), ['begin', 'begin', 'begin', 'end', 'end', 'end'])
    assert.deepEqual(await t.result(run.run_id), [1, 2, 3])
  },
})
