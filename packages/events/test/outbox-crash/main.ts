import { randomInt } from 'node:crypto'
import { parseArgs } from 'node:util'
import { planKill } from './kill-points.ts'
import { runCrash } from './run-crash.ts'

const { values } = parseArgs({
  options: {
    seed: { type: 'string' },
    kills: { type: 'string', default: '1000' },
    lanes: { type: 'string', default: '3' },
  },
})
const seed = values.seed === undefined ? randomInt(1_000_000_000) : Number(values.seed)
const [kills, lanes] = [Number(values.kills), Number(values.lanes)]
if (![seed, kills, lanes].every(Number.isSafeInteger) || kills < 1 || lanes < 1) {
  console.error('Use: npm run crash:outbox -- [--kills 1000] [--seed 7] [--lanes 3]')
  process.exit(2)
}

console.log(
  `seed ${seed}: ${kills} processes are killed with -9; the same again: npm run crash:outbox -- --kills ${kills} --seed ${seed}`,
)
const report = await runCrash({
  seed,
  kills,
  killForMs: Number.POSITIVE_INFINITY,
  lanes,
  onKill: killed => killed % 100 === 0 && console.log(`  ${killed} killed`),
})
const points = Map.groupBy(
  Array.from({ length: report.kills }, (_, n) => planKill(seed, n + 1).point),
  point => point,
)
const seconds = (ms: number) => `${(ms / 1000).toFixed(1)} s`
console.log(
  `killed ${report.kills} in ${seconds(report.killedForMs)}; ${report.orders} orders, ${report.charged} charges, ${report.events} events, ` +
    `${report.claimedAgain} of them in more than one process's hands; ${report.resumed} sagas started again; ` +
    `all sent and acted on ${seconds(report.settledMs)} after the last kill; ${report.faults.length} faults`,
)
console.log(`where: ${[...points].map(([point, lives]) => `${point} ${lives.length}`).join(', ')}`)
for (const fault of report.faults.slice(0, 50)) console.log(`  - ${fault}`)
process.exit(report.faults.length === 0 ? 0 : 1)
