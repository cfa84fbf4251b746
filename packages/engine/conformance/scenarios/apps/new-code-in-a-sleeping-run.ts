import assert from 'node:assert/strict'
import { scenario } from '../../harness/scenario.ts'

export default scenario({
  title: 'A run that sleeps while the app gets new code goes on with the new code and its old memos',
  functions: ({ inngest, name, mark }) => [
    inngest.createFunction({ id: 'long', triggers: [{ event: name('go') }] }, async ({ step }) => {
      await step.run('first', () => {
        mark('first')
        return 'old'
      })
      await step.sleep('nap', '4s')
      return 'old code'
    }),
  ],
  async check(t) {
    const id = await t.send('go')
    await t.waiting('long')
    await t.replace(({ inngest, name, mark }) => [
      inngest.createFunction({ id: 'long', triggers: [{ event: name('go') }] }, async ({ step }) => {
        const first = await step.run('first', () => {
          mark('first')
          return 'new'
        })
        await step.sleep('nap', '4s')
        return `${first} memo, new code`
      }),
    ])
    const run = await t.run(id)
    assert.equal(await t.result(run.run_id), 'old memo, new code')
    assert.equal(t.count('first'), 1)
  },
})
