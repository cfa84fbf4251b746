import { expect, test } from 'vitest'
import { faultOf, normalisePhone } from './checkout-schema'

test.each(['01012345678', '010-1234-5678', '010 1234 5678', '+82 10-1234-5678', '+821012345678', '82 010 1234 5678'])(
  'the mobile number %s is understood',
  typed => {
    expect(normalisePhone(typed)).toBe('010-1234-5678')
    expect(faultOf('phone', typed)).toBeNull()
  },
)

test('a number from abroad stays as it was typed', () => {
  expect(normalisePhone(' +44 20 7946 0958 ')).toBe('+44 20 7946 0958')
})

test('a name of any alphabet is a name, and an empty one is missing', () => {
  expect(faultOf('recipient', '남궁 민수')).toBeNull()
  expect(faultOf('recipient', 'Zoë O’Brien-Ng')).toBeNull()
  expect(faultOf('recipient', '   ')).toBe('missing')
  expect(faultOf('recipient', '가'.repeat(81))).toBe('long')
})

test('the second address line may stay empty, the first may not', () => {
  expect(faultOf('address2', '')).toBeNull()
  expect(faultOf('address1', '')).toBe('missing')
})

test.each(['nobody', 'a@b', 'a b@c.kr'])('%s is not an e-mail address', email => {
  expect(faultOf('email', email)).toBe('wrong')
})
