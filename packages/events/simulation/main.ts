import { parseArgs } from 'node:util'
import { countHappenings } from './judging/count-happenings.ts'
import { describeSeeds } from './judging/describe-seeds.ts'
import { startSimulation } from './run-seeds.ts'

const { values } = parseArgs({
  options: {
    seeds: { type: 'string', default: '300' },
    from: { type: 'string', default: '1' },
    together: { type: 'string', default: '50' },
  },
})
const [seeds, from, together] = [Number(values.seeds), Number(values.from), Number(values.together)]
if (![seeds, from, together].every(number => Number.isSafeInteger(number) && number >= 1)) {
  console.error('Use: npm run simulate -- [--seeds 300] [--from 1] [--together 50]')
  process.exit(2)
}

const seconds = (ms: number) => `${(ms / 1000).toFixed(1)} s`
const began = performance.now()
const simulation = await startSimulation()
const faulty = new Set<number | null>()
let orders = 0
let happenings: readonly string[] = []
try {
  for (let first = from; first < from + seeds; first += together) {
    const last = Math.min(first + together, from + seeds) - 1
    const batch = Array.from({ length: last - first + 1 }, (_, place) => first + place)
    const run = await simulation.run(batch)
    orders += run.orders
    const times = `played ${seconds(run.playedMs)}, settled ${seconds(run.settledMs)}`
    console.log(`seeds ${first} to ${last}: ${run.orders} orders, ${run.faults.length} faults, ${times}`)
    for (const fault of run.faults) faulty.add(fault.seed)
    for (const line of await describeSeeds(simulation.db, run)) console.log(line)
  }
  happenings = await countHappenings(simulation.db)
} finally {
  await simulation.stop()
}
for (const line of happenings) console.log(line)
console.log(`${seeds} seeds, ${orders} orders, ${seconds(performance.now() - began)}`)
console.log(faulty.size === 0 ? 'everything ended as it must' : `NOT as it must in seeds ${[...faulty].join(', ')}`)
process.exitCode = faulty.size === 0 ? 0 : 1
