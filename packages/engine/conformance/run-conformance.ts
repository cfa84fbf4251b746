import { conformanceEnv } from './env.ts'
import { loadScenarios, type NamedScenario } from './harness/load-scenarios.ts'
import type { Outcome } from './harness/run-scenario.ts'
import { runScenarios } from './harness/run-scenarios.ts'
import type { TargetServer } from './harness/target-server.ts'
import { judge } from './report/judge.ts'
import { writeTable } from './report/write-table.ts'
import { findRealServer } from './servers/find-real-server.ts'
import { startOwnEngine } from './servers/start-own-engine.ts'

type Results = Map<string, Outcome> | undefined

/**
 * Runs the scenarios whose name contains the part (all without one) on our engine, and on a real server where there is
 * one; prints both columns and, after a run of all, writes them into docs/engine.md. The exit code.
 */
export async function runConformance(part: string | undefined): Promise<number> {
  const scenarios = await loadScenarios(part)
  if (scenarios.length === 0) throw new Error(`No scenario's name or title contains "${part}"`)
  const real = await findRealServer(conformanceEnv)
  const onInngest = real && (await runOn(real, scenarios))
  const onEngine = await runOn(await startOwnEngine(), scenarios)
  const rows = scenarios.map(scenario => ({
    name: scenario.name,
    title: scenario.title,
    engine: judge(scenario, 'engine', onEngine.get(scenario.name)),
    inngest: judge(scenario, 'Inngest', onInngest?.get(scenario.name)),
  }))
  const width = Math.max(...rows.map(row => row.name.length), 'scenario'.length)
  console.log(`\n${'scenario'.padEnd(width)}  engine   Inngest`)
  for (const row of rows) console.log(`${row.name.padEnd(width)}  ${row.engine.padEnd(7)}  ${row.inngest}`)
  console.log(`\n${sum('engine', onEngine, scenarios)}\n${sum('Inngest', onInngest, scenarios)}`)
  if (!part) writeTable(rows, onInngest !== undefined)
  return rows.every(row => row.engine === 'passes' && row.inngest !== 'fails') ? 0 : 1
}

async function runOn(server: TargetServer, scenarios: NamedScenario[]): Promise<Map<string, Outcome>> {
  console.log(`\n== ${server.name} at ${server.url}`)
  try {
    return await runScenarios(scenarios, server, (scenario, outcome) => {
      const cell = judge(scenario, server.name, outcome)
      console.log(`  ${cell.padEnd(7)}  ${scenario.name} (${(outcome.tookMs / 1_000).toFixed(1)} s)`)
      if (!outcome.passed) console.log(`           ${outcome.reason.replaceAll('\n', '\n           ')}`)
    })
  } finally {
    await server.close()
  }
}

function sum(name: TargetServer['name'], results: Results, scenarios: NamedScenario[]): string {
  if (!results) return `${name}: not run (set INNGEST_CONFORMANCE_URL, or put an inngest binary on the PATH)`
  const cells = scenarios.map(scenario => judge(scenario, name, results.get(scenario.name)))
  const count = (start: string) => cells.filter(cell => cell.startsWith(start)).length
  return `${name}: ${count('passes')} pass, ${count('differs')} differ for a known reason, ${count('fails')} fail`
}
