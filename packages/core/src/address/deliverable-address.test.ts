import { expect, test } from 'vitest'
import { deliverableAddressSchema } from './deliverable-address.ts'

const home = {
  recipient: '김하나',
  phone: '010-1234-5678',
  postcode: '04524',
  address1: '서울시 중구 세종대로 110',
}
const read = (changes: object) => deliverableAddressSchema.safeParse({ ...home, ...changes })
const wrongFieldsOf = (changes: object) => read(changes).error?.issues.map(issue => issue.path[0])

test('at home a number that is not a mobile one, and a postcode that has not five digits, are refused by their field', () => {
  for (const phone of ['02-123-4567', '010-1234-567', '1234567890', '+1 415 555 0132', '010-12345-67890'])
    expect(wrongFieldsOf({ phone }), phone).toEqual(['phone'])
  for (const postcode of ['1234', '123456', '110-110', 'SW1A 1AA'])
    expect(wrongFieldsOf({ postcode }), postcode).toEqual(['postcode'])
})

test('a name of every alphabet is a name, and neither an empty one nor one with control characters is', () => {
  for (const recipient of ['김하나', 'Ünal Çağlar', '山田 太郎', 'محمد', '🏺 Kim', '<script>alert(1)</script>'])
    expect(read({ recipient }).success, recipient).toBe(true)
  for (const recipient of ['', '   ', 'a\nb', 'x'.repeat(81)])
    expect(wrongFieldsOf({ recipient })).toEqual(['recipient'])
})

test('abroad any number and postcode goes that could be one, and stays as it was typed', () => {
  const abroad = { country: 'GB', phone: '+44 20 7946 0958', postcode: 'SW1A 1AA' }
  expect(read(abroad).data).toMatchObject(abroad)
  expect(wrongFieldsOf({ ...abroad, postcode: '!' })).toEqual(['postcode'])
  expect(wrongFieldsOf({ country: 'kr' })).toEqual(['country'])
})

test('a Korean mobile number is kept in one form, however it was typed', () => {
  for (const phone of ['01012345678', '010-1234-5678', '010 1234 5678', '+82 10 1234 5678', '+82-010-1234-5678'])
    expect(read({ phone }).data?.phone, phone).toBe('010-1234-5678')
  expect(read({ phone: '0111234567' }).data?.phone).toBe('011-123-4567')
})
