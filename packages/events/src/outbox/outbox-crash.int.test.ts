import { expect, test } from 'vitest'
import { runCrash } from '../../test/outbox-crash/run-crash.ts'

/** At most so many and for so long; `npm run crash:outbox` kills a thousand. */
const kills = 40
const killForMs = 120_000
const seed = 20_260_701

test('processes killed with -9 between commit and send, send and mark, in the claim: no event is lost, none acted on twice', {
  timeout: 240_000,
}, async () => {
  const report = await runCrash({ seed, kills, killForMs })
  process.stdout.write(`killed ${report.kills}: ${report.events} events of ${report.orders} orders\n`)
  expect(report.faults).toEqual([])
  expect(report.kills).toBeGreaterThan(10)
  // The kills have come where they should: events were taken from dead processes' hands.
  expect(report.claimedAgain).toBeGreaterThan(0)
})
