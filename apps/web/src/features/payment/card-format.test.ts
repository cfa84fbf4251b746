import { expect, test } from 'vitest'
import { cardFaultOf, formatCardNumber, formatCvc, formatExpiry, passesLuhn } from './card-format'

test.each([
  ['4242424242424242', '4242 4242 4242 4242'],
  ['4242-4242 4242.4242', '4242 4242 4242 4242'],
  ['42424', '4242 4'],
  ['4242 ', '4242'],
  ['378282246310005', '3782 822463 10005'],
  ['', ''],
])('the number %s is shown as %s', (typed, shown) => {
  expect(formatCardNumber(typed)).toBe(shown)
})

test.each([
  ['1', '1'],
  ['5', '05'],
  ['12', '12'],
  ['123', '12 / 3'],
  ['1234', '12 / 34'],
  ['12/34', '12 / 34'],
  ['1/34', '01 / 34'],
  ['12 / 2034', '12 / 34'],
  ['12 / 3', '12 / 3'],
])('the date %s is shown as %s', (typed, shown) => {
  expect(formatExpiry(typed)).toBe(shown)
})

test('a mistyped digit is found before anything is sent', () => {
  expect(passesLuhn('4242424242424242')).toBe(true)
  expect(passesLuhn('4242424242424241')).toBe(false)
})

const now = new Date(2026, 10, 21)
const card = { number: '4242 4242 4242 4242', exp: '11 / 26', cvc: '123' }

test('a card is good until the end of its month', () => {
  expect(cardFaultOf('exp', card, now)).toBeNull()
  expect(cardFaultOf('exp', { ...card, exp: '10 / 26' }, now)).toBe('past')
  expect(cardFaultOf('exp', { ...card, exp: '13 / 26' }, now)).toBe('wrong')
  expect(cardFaultOf('exp', { ...card, exp: '' }, now)).toBe('missing')
})

test('the security code has three digits, and four on American Express', () => {
  expect(cardFaultOf('cvc', card, now)).toBeNull()
  expect(cardFaultOf('cvc', { ...card, cvc: '1234' }, now)).toBe('wrong')
  expect(cardFaultOf('cvc', { ...card, number: '3782 822463 10005', cvc: '1234' }, now)).toBeNull()
  expect(formatCvc('12a34 5')).toBe('1234')
})
