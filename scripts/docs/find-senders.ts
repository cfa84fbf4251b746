import { globSync, readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { rootDir } from '../lib/paths.ts'

/** One thing that a file declares at its top level: what it names, and the events that it writes to the outbox. */
type Declaration = {
  readonly file: string
  readonly name: string
  readonly uses: ReadonlySet<string>
  readonly events: readonly string[]
}

const folders = ['packages/db/src', 'packages/events/src', 'apps/api/src']
const leftOut = /\.test\.ts$|\/(testing|seed|generated)\//

/**
 * Who writes each event: the saga steps, procedures, jobs and webhook handlers from which a `newEvent('…')` is reached,
 * found by following names through the operations of packages/db.
 */
export const findSenders = (eventNames: readonly string[]): ReadonlyMap<string, readonly string[]> => {
  const declarations = listFiles().flatMap(file => readDeclarations(file, eventNames))
  const usersOf = new Map<string, Declaration[]>()
  for (const declaration of declarations)
    for (const used of declaration.uses) usersOf.set(used, [...(usersOf.get(used) ?? []), declaration])
  return new Map(
    eventNames.map(name => {
      const writers = declarations.filter(declaration => declaration.events.includes(name))
      return [name, [...new Set(writers.flatMap(writer => findPlaces(writer, usersOf)))].sort()]
    }),
  )
}

const listFiles = (): readonly string[] =>
  folders
    .flatMap(folder => globSync(`${folder}/**/*.ts`, { cwd: rootDir }))
    .filter(file => !leftOut.test(file))
    .sort()

const keyOf = (file: string, name: string): string => `${file}#${name}`

const findPlaces = (start: Declaration, usersOf: ReadonlyMap<string, readonly Declaration[]>): readonly string[] => {
  const places: string[] = []
  const seen = new Set<Declaration>()
  const open = [start]
  for (let next = open.pop(); next; next = open.pop()) {
    if (seen.has(next)) continue
    seen.add(next)
    if (next.file.startsWith('packages/db/')) open.push(...(usersOf.get(keyOf(next.file, next.name)) ?? []))
    else places.push(placeOf(next.file))
  }
  return places
}

/** A file as the docs name it: `pay-order: mark-paid` for a saga's step, `store/order/place-order` for a procedure. */
const placeOf = (file: string): string => {
  const [, saga, step] = file.match(/\/sagas\/([\w-]+)\/([\w-]+)\.ts$/) ?? []
  if (saga && step) return `${saga}: ${step}`
  const procedure = file.match(/\/trpc\/routers\/(.+)\.ts$/)?.[1]
  return procedure ?? file.replace(/^.*\/src\//, '').replace(/\.ts$/, '')
}

const declares = /^(?:export )?(?:const|function|async function|class) (\w+)/

const readDeclarations = (file: string, eventNames: readonly string[]): readonly Declaration[] => {
  const text = readFileSync(join(rootDir, file), 'utf8')
  const imported = readImports(file, text)
  const blocks = text.split(/\n(?=(?:export )?(?:const|function|async function|class|type) )/)
  const names = new Set(blocks.flatMap(block => block.match(declares)?.[1] ?? []))
  const tables = new Map(blocks.filter(isTable).map(block => [block.match(declares)?.[1] ?? '', block]))
  return blocks.flatMap(block => {
    const name = block.match(declares)?.[1]
    if (!name) return []
    const words = new Set(block.match(/[A-Za-z_$][\w$]*/g))
    const uses = [...words].flatMap(
      word => imported.get(word) ?? (names.has(word) && word !== name ? keyOf(file, word) : []),
    )
    const texts = [block, ...[...tables].flatMap(([table, text]) => (words.has(table) ? text : []))]
    const events = words.has('newEvent')
      ? eventNames.filter(event => texts.some(text => text.includes(`'${event}'`)))
      : []
    return [{ file, name, uses: new Set(uses), events }]
  })
}

/** A value that does nothing by itself, such as a table which says what is told of what. */
const isTable = (block: string): boolean =>
  declares.test(block) && !/=>|newEvent|^\s*(export )?(async )?function/.test(block)

/** The names that a file imports as values, and what each of them is. */
const readImports = (file: string, text: string): ReadonlyMap<string, string> => {
  const imported = new Map<string, string>()
  for (const [, list = '', from = ''] of text.matchAll(/^import \{([^}]*)\} from '([^']+)'/gm)) {
    const target = resolve(file, from)
    if (!target) continue
    for (const entry of list.split(',').map(part => part.trim())) {
      const [name = '', alias = name] = entry.split(' as ').map(part => part.trim())
      if (name && !name.startsWith('type ')) imported.set(alias, keyOf(target, name))
    }
  }
  return imported
}

const resolve = (file: string, from: string): string | null => {
  const own = from.match(/^@makegood\/(db|events)\/(.+)$/)
  if (own) return `packages/${own[1]}/src/${own[2]}.ts`
  return from.startsWith('.') ? relative(rootDir, join(rootDir, dirname(file), from)) : null
}
