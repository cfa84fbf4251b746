import type { NamedScenario } from './load-scenarios.ts'
import { type Outcome, runScenario } from './run-scenario.ts'
import type { TargetServer } from './target-server.ts'

/** Runs the scenarios on a server, so many at once as it bears; the long ones first. */
export async function runScenarios(
  scenarios: NamedScenario[],
  server: TargetServer,
  say: (scenario: NamedScenario, outcome: Outcome) => void,
): Promise<Map<string, Outcome>> {
  const outcomes = new Map<string, Outcome>()
  const waiting = [...scenarios].sort((one, other) => (other.limitMs ?? 0) - (one.limitMs ?? 0))
  const worker = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      const outcome = await runScenario(next, server)
      outcomes.set(next.name, outcome)
      say(next, outcome)
    }
  }
  await Promise.all(Array.from({ length: server.parallel }, worker))
  return outcomes
}
