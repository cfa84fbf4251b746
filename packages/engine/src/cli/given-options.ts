import { nearestName } from './nearest-name.ts'
import { foreignOptions, isOption, type OptionName, optionNames, options } from './options.ts'

/** What one source gives: for each option its texts, and how to name it where they are wrong. */
export type GivenOptions = Map<OptionName, { texts: string[]; calledBy: string }>

/** What a source gave, and what is wrong with it, a sentence each. */
export type SourceReading = { given: GivenOptions; problems: string[] }

/** Why a name is no option, with the one that was probably meant. */
export function refuseName(name: string, calledBy: string, write: (name: string) => string): string {
  const reason = foreignOptions[name]
  if (reason) return `${calledBy} is an option of the real server that this engine does not have: ${reason}.`
  const near = nearestName(name, optionNames)
  return `${calledBy} is no option${near ? `; did you mean ${write(near)}?` : '.'}`
}

/** Adds what was given of one option; lists may come with commas between their entries. */
export function addGiven(given: GivenOptions, name: string, calledBy: string, text: string): void {
  if (!isOption(name)) return
  const known = given.get(name)?.texts ?? []
  const added = options[name].many ? text.split(',').map(entry => entry.trim()) : [text]
  given.set(name, { texts: [...known, ...added], calledBy })
}
