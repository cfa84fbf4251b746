import assert from 'node:assert/strict'
import { scenario } from '../../harness/scenario.ts'

export default scenario({
  title: 'A cron trigger fires at the full minute with the event inngest/scheduled.timer',
  limitMs: 90_000,
  functions: ({ inngest, mark }) => [
    inngest.createFunction({ id: 'timer', triggers: [{ cron: '* * * * *' }] }, async ({ event }) =>
      mark('fired', { name: event.name, cron: (event.data as { cron: string }).cron, second: new Date().getSeconds() }),
    ),
  ],
  async check(t) {
    await t.marked('fired')
    const [{ name, cron, second }] = t.details('fired') as [{ name: string; cron: string; second: number }]
    assert.deepEqual({ name, cron }, { name: 'inngest/scheduled.timer', cron: '* * * * *' })
    assert.ok(second < 5 || second > 58, `fired at second ${second}`)
    await t.replace(() => [])
  },
})
