import { parseArgs } from 'node:util'
import { addGiven, type GivenOptions, refuseName, type SourceReading } from './given-options.ts'
import { isOption, optionNames, options } from './options.ts'

export type Flags = SourceReading & { help: boolean; version: boolean }

const known = Object.fromEntries(
  optionNames.map(name => {
    const { short, placeholder }: { short?: string; placeholder: string | undefined } = options[name]
    return [name, { type: placeholder === undefined ? 'boolean' : 'string', ...(short ? { short } : {}) } as const]
  }),
)
const alone = { help: { type: 'boolean', short: 'h' }, version: { type: 'boolean', short: 'v' } } as const

/** The options of a command line, without the program's name. */
export function readFlags(args: string[]): Flags {
  const { tokens, values } = parseArgs({
    args,
    options: { ...known, ...alone },
    strict: false,
    allowPositionals: true,
    tokens: true,
  })
  const given: GivenOptions = new Map()
  const problems: string[] = []
  for (const [index, token] of tokens.entries()) {
    const before = tokens[index - 1]
    // What follows an unknown option is its value, and no mistake of its own.
    const isValue = before?.kind === 'option' && before.value === undefined && !isOption(before.name)
    if (token.kind === 'positional' && !isValue) problems.push(`"${token.value}" is no option: options begin with --.`)
    if (token.kind !== 'option' || Object.hasOwn(alone, token.name)) continue
    const calledBy = `--${token.name}`
    if (!isOption(token.name)) problems.push(refuseName(token.name, token.rawName, name => `--${name}`))
    else if (options[token.name].placeholder === undefined) addGiven(given, token.name, calledBy, token.value ?? 'true')
    else if (token.value === undefined) problems.push(`${calledBy} needs a value: ${options[token.name].expects}.`)
    else addGiven(given, token.name, calledBy, token.value)
  }
  return { given, problems, help: values.help === true, version: values.version === true }
}
