import { expect, test } from 'vitest'
import { initialsOf, readSearch } from './read-search.ts'

test.each(['', '   ', '\u0000', '\u200b\u00a0', 'ㅏ', 'ㅏㅑ ㅓ'])('%j asks for nothing', query => {
  expect(readSearch(query)).toBeNull()
})

test.each([
  ['청자 대접', ['청자', '대접']],
  ['  Celadon\tBOWL ', ['celadon', 'bowl']],
  ['잔 잔 잔', ['잔']],
  ['청ㅈ', ['청']],
  ['대접 ㅊ', ['대접']],
  ['\u1112\u1161\u11ab', ['한']],
  ["'; drop table product --", ["';", 'drop', 'table', 'product', '--']],
  ['100%_', ['100%_']],
])('%j asks for the words %j', (query, words) => {
  expect(readSearch(query)).toEqual({ kind: 'words', words })
})

test.each([
  ['ㅊㅈ', 'ㅊㅈ'],
  ['ㄲ ㅂ', 'ㄲㅂ'],
])('%j asks for names with the first consonants %s', (query, initials) => {
  expect(readSearch(query)).toEqual({ kind: 'initials', initials })
})

test('a query without end is cut, and has a bounded number of words', () => {
  const search = readSearch(Array.from({ length: 500 }, (_, n) => `w${n}`).join(' '))
  expect(search).toMatchObject({ kind: 'words', words: { length: 8 } })
  expect(readSearch('가'.repeat(5000))).toEqual({ kind: 'words', words: ['가'.repeat(200)] })
})

test('initials are of the Hangul only', () => {
  expect(initialsOf('청자 대접, big 꽃')).toBe('ㅊㅈㄷㅈㄲ')
})
