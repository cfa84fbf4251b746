import { existsSync, readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { expect, test } from 'vitest'

const src = join(import.meta.dirname, '..')
const core = join(src, '../../../packages/core/src')
const store = join(import.meta.dirname, '[locale]/(store)')

/** Names of types alone are no import at all once the file is built. */
const isOfTypes = (names: string): boolean =>
  /\{/.test(names) && (names.match(/[^{},\s][^{},]*/g) ?? []).every(name => name.startsWith('type '))

const importsOf = (text: string): string[] =>
  Array.from(text.matchAll(/^(?:import|export)(?! type)\s([^;'"]*?)from '([^']+)'/gm)).flatMap(([, names, path]) =>
    isOfTypes(names ?? '') ? [] : [path ?? ''],
  )

const fileOf = (path: string, from: string): string | undefined => {
  const base = path.startsWith('@makegood/core/')
    ? join(core, path.slice('@makegood/core/'.length))
    : path.startsWith('@/')
      ? join(src, path.slice(2))
      : join(dirname(from), path)
  return ['', '.ts', '.tsx'].map(end => base + end).find(file => /\.tsx?$/.test(file) && existsSync(file))
}

/** The files of a page's client components that bring the schema library along. */
const schemasIn = (file: string, inClient = false, seen = new Set<string>()): string[] => {
  const text = readFileSync(file, 'utf8')
  const client = inClient || text.startsWith("'use client'")
  const key = `${file} ${client}`
  if (seen.has(key)) return []
  seen.add(key)
  return importsOf(text).flatMap(path => {
    if (path === 'zod') return client ? [relative(src, file)] : []
    const imported = fileOf(path, file)
    return imported ? schemasIn(imported, client, seen) : []
  })
}

test.each(['', 'products/(list)', 'products/[slug]', 'cart', 'checkout'])(
  'the first scripts of /%s have no schemas in them',
  page => {
    expect(schemasIn(join(store, page, 'page.tsx'))).toEqual([])
    expect(schemasIn(join(store, 'layout.tsx'))).toEqual([])
  },
)
