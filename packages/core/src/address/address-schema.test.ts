import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addressSchema } from './address-schema.ts'
import { countries } from './countries.ts'
import { normalisePhone } from './normalise-phone.ts'
import { normalisePostcode } from './normalise-postcode.ts'

const home = { recipient: '김하나', phone: '010-1234-5678', postcode: '06621', address1: '서초대로 11' }

const wrongFields = (input: object): readonly string[] => {
  const parsed = addressSchema.safeParse(input)
  return parsed.success ? [] : parsed.error.issues.map(issue => issue.path.join('.'))
}

test('every wrong field is named at once, by the rules of the country', () => {
  const wrong = { ...home, phone: 'call me', postcode: '6621', recipient: '' }
  expect(wrongFields(wrong)).toEqual(['recipient', 'phone', 'postcode'])
  expect(wrongFields({ ...home, country: 'US' })).toEqual(['phone'])
  expect(wrongFields({ ...home, country: 'GB', phone: '+44 20 7946 0958' })).toEqual(['postcode'])
})

test('a country the shop does not send to, an unknown field and a control character are refused', () => {
  expect(wrongFields({ ...home, country: 'ZZ' })).toEqual(['country'])
  expect(wrongFields({ ...home, userId: 'usr_1' })).toEqual([''])
  expect(wrongFields({ ...home, address1: 'a\u0000b' })).toEqual(['address1'])
  expect(wrongFields({ ...home, deliveryNote: 'x'.repeat(101) })).toEqual(['deliveryNote'])
})

test('at home only a number that a driver can write to is taken', () => {
  for (const phone of ['02-123-4567', '+1 415 555 0123', '070-1234-5678'])
    expect(wrongFields({ ...home, phone }), phone).toEqual(['phone'])
  expect(wrongFields({ ...home, phone: '0507-1234-5678' })).toEqual([])
})

test('an address without a country is a Korean one', () => {
  expect(addressSchema.parse({ ...home, phone: '+82 10 1234 5678' })).toEqual({
    ...home,
    country: 'KR',
    address2: '',
    deliveryNote: '',
  })
})

test('a Korean number has one form however it was typed', () => {
  for (const typed of [
    '01012345678',
    '010-1234-5678',
    '010 1234 5678',
    '010.1234.5678',
    '+82 10 1234 5678',
    '+82-010-1234-5678',
    '+82 (0)10-1234-5678',
    '82 10 1234 5678',
    '0082 10 1234 5678',
    '０１０-１２３４-５６７８',
  ])
    expect(normalisePhone(typed, 'KR'), typed).toBe('010-1234-5678')
  expect(normalisePhone('02-123-4567', 'KR')).toBe('02-123-4567')
  expect(normalisePhone('0212345678', 'KR')).toBe('02-1234-5678')
  expect(normalisePhone('050712345678', 'KR')).toBe('0507-1234-5678')
})

test('a number of another country is written with its calling code', () => {
  expect(normalisePhone('(415) 555-0123', 'US')).toBe('+14155550123')
  expect(normalisePhone('1 415 555 0123', 'US')).toBe('+14155550123')
  expect(normalisePhone('020 7946 0958', 'GB')).toBe('+442079460958')
  expect(normalisePhone('+44 (0)20 7946 0958', 'GB')).toBe('+442079460958')
  expect(normalisePhone('090-1234-5678', 'JP')).toBe('+819012345678')
  expect(normalisePhone('+1 415 555 0123', 'KR')).toBe('+14155550123')
  expect(normalisePhone('+82 10 1234 5678', 'US')).toBe('+821012345678')
  expect(normalisePhone('+822000-0000', 'NL')).toBe('+8220000000')
})

test('what cannot be a number is none', () => {
  for (const typed of [
    '',
    '010',
    '1234',
    'abc-defg-hijk',
    '010-1234-567',
    '+',
    '+0 123 456 789',
    '10+12345678',
    '１２',
  ])
    expect(normalisePhone(typed, 'KR'), typed).toBeNull()
})

test('a postcode has the form of its country', () => {
  expect(normalisePostcode(' 06621 ', 'KR')).toBe('06621')
  expect(normalisePostcode('137-070', 'KR')).toBeNull()
  expect(normalisePostcode('1000001', 'JP')).toBe('100-0001')
  expect(normalisePostcode('sw1a1aa', 'GB')).toBe('SW1A 1AA')
  expect(normalisePostcode('k1a-0b1', 'CA')).toBe('K1A 0B1')
  expect(normalisePostcode('1012ab', 'NL')).toBe('1012 AB')
  expect(normalisePostcode('94103-1234', 'US')).toBe('94103-1234')
})

test('what came out in one form goes in again unchanged, and nothing typed makes it throw', () => {
  const typed = fc.oneof(
    fc.string({ maxLength: 40 }),
    fc.stringMatching(/^\+?[0-9 -]{5,18}$/),
    fc.stringMatching(/^\+82 ?[0-9-]{9,12}$/),
  )
  fc.assert(
    fc.property(typed, fc.constantFrom(...countries), (text, country) => {
      for (const normalise of [normalisePhone, normalisePostcode]) {
        const once = normalise(text, country)
        if (once !== null) expect(normalise(once, country)).toBe(once)
      }
    }),
    { numRuns: 1500 },
  )
})
