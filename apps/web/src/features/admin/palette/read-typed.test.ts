import { expect, test } from 'vitest'
import { readTyped } from './read-typed'

test('a number is an order’s, with or without words of an act behind it', () => {
  expect(readTyped('100123')).toEqual({ number: '100123', words: '' })
  expect(readTyped('#100123')).toEqual({ number: '100123', words: '' })
  expect(readTyped('100123 ref')).toEqual({ number: '100123', words: 'ref' })
})

test('what does not begin with a number is words alone', () => {
  for (const text of ['', 'mina', '12', '010-1234-5678', 'TEA-100'])
    expect(readTyped(text)).toEqual({ number: null, words: text })
})
