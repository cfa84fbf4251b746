import { expect, test } from 'vitest'
import { readVisitorHash } from './visitor-cookie.ts'

test('only a whole visitor cookie names a visitor, and the same one the same visitor', () => {
  const visitor = 'A'.repeat(32)
  const hash = readVisitorHash(`other=1; mg_visitor=${visitor}`)
  expect(hash).toMatch(/^[0-9a-f]{64}$/)
  expect(readVisitorHash(`mg_visitor=${visitor}`)).toBe(hash)
  expect(hash).not.toContain(visitor)
})

test.each([
  undefined,
  null,
  '',
  'mg_visitor=',
  'mg_visitor=short',
  `mg_visitor=${'A'.repeat(33)}`,
  `mg_visitor=${'%'.repeat(32)}`,
])('the cookie header %j names nobody', header => {
  expect(readVisitorHash(header)).toBeNull()
})
