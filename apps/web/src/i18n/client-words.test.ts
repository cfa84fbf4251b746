import { existsSync, globSync, readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { expect, test } from 'vitest'
import { everywhere } from './client-words.tsx'

const src = join(import.meta.dirname, '..')
const locale = join(src, 'app', '[locale]')

const textOf = (file: string): string => readFileSync(file, 'utf8')

const find = (path: string): string[] =>
  ['', '.ts', '.tsx']
    .map(end => path + end)
    .filter(file => /\.tsx?$/.test(file) && existsSync(file))
    .slice(0, 1)

/** The files of the app that a file imports for more than their types. */
const importsOf = (file: string): string[] =>
  Array.from(
    textOf(file).matchAll(/(?:^(?:import|export)(?! type)[^;'"]*?|\bimport\()\s*'((?:@\/|\.)[^']+)'/gm),
  ).flatMap(([, path = '']) => find(path.startsWith('@/') ? join(src, path.slice(2)) : join(dirname(file), path)))

type Found = { used: Map<string, string>; given: Set<string> }

/** What a page's client components call for, and what its server components give, following the imports from `file`. */
const look = (file: string, found: Found, inClient = false, seen = new Set<string>()): Found => {
  const text = textOf(file)
  const client = inClient || text.startsWith("'use client'")
  const key = `${file} ${client}`
  if (seen.has(key)) return found
  seen.add(key)
  if (client)
    for (const [, part = ''] of text.matchAll(/useTranslations\('([^'.]+)/g)) found.used.set(part, relative(src, file))
  for (const [, list = ''] of text.matchAll(/<ClientWords of=\{\[([^\]]*)\]/g))
    for (const [, part = ''] of list.matchAll(/'(\w+)'/g)) found.given.add(part)
  for (const imported of importsOf(file)) look(imported, found, client, seen)
  return found
}

const pages = globSync('**/page.tsx', { cwd: locale })

test.each(pages)('the browser is given all words that the client components of %s use', page => {
  const found: Found = { used: new Map(), given: new Set(everywhere) }
  const file = join(locale, page)
  look(file, found)
  for (let folder = dirname(file); folder.startsWith(locale); folder = dirname(folder))
    for (const layout of find(join(folder, 'layout'))) look(layout, found)
  // The header's panel uses the places of an account, which are given everywhere.
  const used = [...found.used].filter(([part, by]) => part !== 'account' || !by.startsWith('features/shell/'))
  expect(used.filter(([part]) => !found.given.has(part))).toEqual([])
})
