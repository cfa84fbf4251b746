import { BadOptions } from './bad-options.ts'
import type { GivenOptions } from './given-options.ts'
import { type OptionName, optionNames, options, type Settings } from './options.ts'
import { readConfigFile } from './read-config-file.ts'
import { type Environment, readEnvironment } from './read-environment.ts'
import { readFlags } from './read-flags.ts'

/**
 * The settings of one start: a flag wins over the environment, the environment over the file that `config` names. Throws
 * BadOptions with a sentence for each thing that is wrong.
 */
export function readSettings(args: string[], environment: Environment): Settings {
  const flags = readFlags(args)
  const variables = readEnvironment(environment)
  const path = (flags.given.get('config') ?? variables.given.get('config'))?.texts.at(-1)
  const file = path === undefined ? undefined : readConfigFile(path)
  const problems = [...flags.problems, ...variables.problems, ...(file?.problems ?? [])]
  const given: GivenOptions = new Map([...(file?.given ?? []), ...variables.given, ...flags.given])
  const read = optionNames.map(name => [name, readOption(name, given, problems)])
  if (problems.length > 0) throw new BadOptions(problems)
  return Object.fromEntries(read) as Settings
}

// What was given is not repeated in the sentence: it may be a key or an address with a password.
function readOption(name: OptionName, given: GivenOptions, problems: string[]): unknown {
  const entry = given.get(name)
  if (!entry) return options[name].fallback
  const value = options[name].read(entry.texts)
  if (value === undefined) problems.push(`${entry.calledBy} is wrong: it should be ${options[name].expects}.`)
  return value
}
