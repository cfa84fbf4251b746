import { expect, test } from 'vitest'
import { deepestNesting, isTooDeep } from './nesting.ts'

const nested = (levels: number): unknown => JSON.parse(`${'['.repeat(levels)}1${']'.repeat(levels)}`)

test('nesting up to the limit is taken, one level more is too deep, however deep it goes', () => {
  expect(isTooDeep(nested(deepestNesting))).toBe(false)
  expect(isTooDeep(nested(deepestNesting + 1))).toBe(true)
  expect(isTooDeep(nested(100_000))).toBe(true)
  expect(isTooDeep({ a: [nested(deepestNesting)] })).toBe(true)
})
