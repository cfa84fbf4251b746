import type { NamedScenario } from '../harness/load-scenarios.ts'
import type { Outcome } from '../harness/run-scenario.ts'

/** One cell of the table: what a server showed in a scenario. */
export function judge(scenario: NamedScenario, server: 'engine' | 'Inngest', outcome: Outcome | undefined): string {
  if (!outcome) return 'not run'
  if (outcome.passed) return 'passes'
  return server === 'Inngest' && scenario.differs ? `differs: ${scenario.differs}` : 'fails'
}
