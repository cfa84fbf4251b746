import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import en from '../../messages/en.json' with { type: 'json' }

const guide = readFileSync(join(import.meta.dirname, '../../../../docs/operations.md'), 'utf8')

const leaves = (node: unknown): readonly string[] =>
  typeof node === 'object' && node !== null ? Object.values(node).flatMap(leaves) : [String(node)]

/** A message as it may stand on a page: whatever is filled in may be anything. */
const toPattern = (text: string): RegExp =>
  new RegExp(`^${text.replaceAll(/[.*+?^$()|[\]\\]/g, '\\$&').replaceAll(/\{[^{}]*\}/g, '.+')}\\.?$`)

test('every word in bold of the tour stands on a page of the console as it stands there', () => {
  const tour = guide.match(/## A tour in five minutes\n([\s\S]*?)\n## /)?.[1] ?? ''
  const words = [...tour.matchAll(/\*\*(.+?)\*\*/g)].map(([, word]) => word ?? '')
  expect(words.length).toBeGreaterThan(30)
  const patterns = leaves(en)
    .filter(text => /^[^{}]*(\{\w+\}[^{}]*)*$/.test(text) && /^\w/.test(text.replaceAll(/\{\w+\}/g, ' ')))
    .map(toPattern)
  expect(words.filter(word => !patterns.some(pattern => pattern.test(word)))).toEqual([])
})
