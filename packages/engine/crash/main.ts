import { randomInt } from 'node:crypto'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { type RoundName, type RoundReport, roundNames } from './run-round.ts'
import { runSuite } from './run-suite.ts'

const perRunMs = 75

const { values } = parseArgs({
  options: {
    seed: { type: 'string' },
    runs: { type: 'string', default: '200' },
    rounds: { type: 'string', default: roundNames.join(',') },
    engine: { type: 'string', default: fileURLToPath(new URL('../src/main.ts', import.meta.url)) },
  },
})
const seed = values.seed === undefined ? randomInt(1_000_000_000) : Number(values.seed)
const runs = Number(values.runs)
const rounds = values.rounds.split(',').filter((name): name is RoundName => roundNames.some(known => known === name))
if (!Number.isSafeInteger(seed) || !Number.isSafeInteger(runs) || runs < 1 || rounds.length === 0) {
  console.error(`Use: npm run crash -- [--seed 7] [--runs 200] [--rounds ${roundNames.join(',')}]`)
  process.exit(2)
}

console.log(`seed ${seed}: ${runs} events a round; the same again: npm run crash -- --seed ${seed} --runs ${runs}`)
const { passed, folder } = await runSuite({
  seed,
  runs,
  loadMs: runs * perRunMs,
  rounds,
  engineMain: values.engine,
  onRound: say,
})
console.log(passed ? `seed ${seed}: everything ended as it must` : `seed ${seed}: NOT as it must. Logs: ${folder}`)
process.exitCode = passed ? 0 : 1

function say(name: RoundName, report: RoundReport): void {
  const kills = Map.groupBy(report.kills, kill => kill.name)
  const counts = [...kills].map(([victim, list]) => `${victim} ${list.length}`).join(', ')
  console.log(
    `${name}: killed ${counts}; ${report.runs} runs and ${report.acknowledged} other events, ${report.executions} executions of steps, ${report.repeats} repeated; ` +
      `${report.resent} events sent again, ${report.answered} waits answered; the engine ended by itself ` +
      `${report.engineEndedByItself} times; all ended ${(report.settledMs / 1_000).toFixed(1)} s after the load; ` +
      `${report.faults.length} faults`,
  )
  for (const fault of report.faults) console.log(`  - ${fault}`)
}
