import { addGiven, type GivenOptions, refuseName, type SourceReading } from './given-options.ts'
import { foreignOptions, optionNames, variableOf } from './options.ts'

export type Environment = Readonly<Record<string, string | undefined>>

/** The options that environment variables give; an empty variable counts as absent. */
export function readEnvironment(environment: Environment): SourceReading {
  const given: GivenOptions = new Map()
  for (const name of optionNames) {
    const text = environment[variableOf(name)]
    if (text) addGiven(given, name, variableOf(name), text)
  }
  const problems = Object.keys(foreignOptions)
    .filter(name => environment[variableOf(name)])
    .map(name => refuseName(name, variableOf(name), variableOf))
  return { given, problems }
}
