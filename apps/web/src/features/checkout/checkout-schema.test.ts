import { expect, test } from 'vitest'
import { checkoutFields, countryOf, emptyCheckout } from './checkout-fields'
import { checkoutSchema, faultOf } from './checkout-schema'

const filled = {
  ...emptyCheckout,
  email: 'mina@example.com',
  recipient: '남궁 민수',
  phone: '01012345678',
  postcode: '03187',
  address1: '서울시 종로구 새문안로 55',
}
const faultsOf = (changes: Partial<typeof filled>) =>
  Object.fromEntries(
    (checkoutSchema.safeParse({ ...filled, ...changes }).error?.issues ?? []).map(issue => [
      issue.path[0],
      issue.message,
    ]),
  )

test('nothing filled in: every field that is needed says so, and those that are not do not', () => {
  expect(faultsOf(emptyCheckout)).toEqual({
    email: 'missing',
    recipient: 'missing',
    phone: 'missing',
    postcode: 'missing',
    address1: 'missing',
  })
})

test.each([
  ['email', 'nobody', 'wrong'],
  ['email', 'a@b', 'wrong'],
  ['email', 'a b@c.kr', 'wrong'],
  ['email', `${'x'.repeat(250)}@example.com`, 'long'],
  ['recipient', '   ', 'missing'],
  ['recipient', '가'.repeat(81), 'long'],
  ['recipient', 'a\u0000b', 'wrong'],
  ['phone', '02-123-4567', 'wrong'],
  ['phone', 'call me', 'wrong'],
  ['postcode', '137-070', 'wrong'],
  ['address1', 'x'.repeat(201), 'long'],
  ['deliveryNote', 'x'.repeat(101), 'long'],
] as const)('%s: %j is %s', (field, value, fault) => {
  expect(faultsOf({ [field]: value })).toEqual({ [field]: fault })
})

test.each(['남궁 민수', 'Zoë O’Brien-Ng', '山田 太郎', 'محمد علي', '🏺 Kim', '<script>alert(1)</script>'])(
  'the name %s is a name',
  recipient => expect(faultsOf({ recipient })).toEqual({}),
)

test.each([
  '01012345678',
  '010-1234-5678',
  '010 1234 5678',
  '+82 10-1234-5678',
  '+821012345678',
  '０１０-１２３４-５６７８',
])('the mobile number %s is understood', phone => expect(faultsOf({ phone })).toEqual({}))

test('another country has its own rules, and a country that is none counts as home', () => {
  const abroad = { country: 'GB', phone: '020 7946 0958', postcode: 'sw1a 1aa' }
  expect(faultsOf(abroad)).toEqual({})
  expect(faultsOf({ ...abroad, country: 'KR' })).toEqual({ phone: 'wrong', postcode: 'wrong' })
  expect(countryOf('XX')).toBe('KR')
  expect(countryOf(undefined)).toBe('KR')
})

test('whatever is pasted, a field has one fault or none, and nothing throws', () => {
  const pasted = [
    '\u202Ereversed',
    '\uD800',
    '💥'.repeat(300),
    "'; drop table --",
    '{"a":1}',
    '\u0000',
    '%00',
    '{{7*7}}',
  ]
  for (const field of checkoutFields)
    for (const value of pasted) expect([null, 'missing', 'long', 'wrong']).toContain(faultOf(field, value, 'KR'))
})
