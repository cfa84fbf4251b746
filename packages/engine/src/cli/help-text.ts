import type { Option, OptionGroup } from './option-kinds.ts'
import { type OptionName, optionNames, options } from './options.ts'

const groups: OptionGroup[] = ['Server', 'Keys', 'Apps', 'Storage', 'Logs']
const column = 34

/** What `--help` prints. */
export function helpText(): string {
  return `makegood-engine: an Inngest server for one machine, on Postgres.

Usage: makegood-engine [options]

Without keys it runs in development mode and listens on this machine only. With --event-key and --signing-key it signs
and checks everything, as \`inngest start\` does.

${groups.map(group => `${group}\n${linesOf(group).join('\n')}\n`).join('\n')}
  -h, --help                      Show this help.
  -v, --version                   Show the version.

An option may also be given by the environment: INNGEST_ and its name, INNGEST_POSTGRES_URI for --postgres-uri
(LOG_LEVEL for --log-level). A flag wins over the environment, and the environment over the file.
`
}

function linesOf(group: OptionGroup): string[] {
  return optionNames.filter(name => options[name].group === group).map(lineOf)
}

function lineOf(name: OptionName): string {
  const { short, placeholder, help, usually }: Option<unknown, unknown> = options[name]
  const left = `  ${short ? `-${short}, ` : '    '}--${name}${placeholder ? ` <${placeholder}>` : ''}`
  return `${left.padEnd(column - 1)} ${help}${usually ? ` (${usually})` : ''}`
}
