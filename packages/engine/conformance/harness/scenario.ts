import type { Inngest, InngestFunction } from 'inngest'
import type { ScenarioTools } from './scenario-tools.ts'

/** What a scenario's functions are made of. */
export type FunctionParts = {
  inngest: Inngest
  /** An event name of this scenario alone, the same for the same part. */
  name(part: string): string
  /** Notes that the code at this place was executed. */
  mark(label: string, detail?: unknown): void
}

export type Scenario = {
  /** The behaviour, as a sentence. */
  title: string
  /** Why the real server does something else, where that is known and accepted. */
  differs?: string
  /** The scenario's own time limit; 20 seconds if not given. */
  limitMs?: number
  functions(parts: FunctionParts): InngestFunction.Any[]
  check(t: ScenarioTools): Promise<void>
}

/** One behaviour that any server of this protocol must show. */
export const scenario = (given: Scenario): Scenario => given
