import { expect, test } from 'vitest'
import { formatPhone } from './format-phone.ts'
import { normalisePhone } from './normalise-phone.ts'

test.each([
  ['+12125550100', '+1 212 555 0100'],
  ['+819012345678', '+81 90 1234 5678'],
  ['+81312345678', '+81 3 1234 5678'],
  ['+886912345678', '+886 912 345 678'],
  ['+6591234567', '+65 9123 4567'],
  ['+61412345678', '+61 412 345 678'],
  ['+447911123456', '+44 7911 123 456'],
  ['+4915112345678', '+49 151 1234 5678'],
  ['+33612345678', '+33 6 12 34 56 78'],
  ['+31612345678', '+31 6 1234 5678'],
])('%s is read as %s, and typed in that way it is the same number again', (kept, read) => {
  expect(formatPhone(kept)).toBe(read)
  expect(normalisePhone(read, 'KR')).toBe(kept)
})

test('what is hidden stays hidden, and what the shop does not know how to read stays as it is', () => {
  expect(formatPhone('+121••••0100')).toBe('+1 21• ••• 0100')
  expect(formatPhone('010-1234-5678')).toBe('010-1234-5678')
  expect(formatPhone('+39061234567')).toBe('+39061234567')
  expect(formatPhone('')).toBe('')
})
