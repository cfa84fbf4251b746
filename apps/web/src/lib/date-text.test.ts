import { expect, test } from 'vitest'
import { dateText } from './date-text'

const lateInTheEveningOfLondon = '2027-11-26T23:05:00Z'

test('a date is the shop’s own, in one form a language, and British in English', () => {
  expect(dateText(lateInTheEveningOfLondon, 'day', 'ko')).toBe('2027년 11월 27일')
  expect(dateText(lateInTheEveningOfLondon, 'day', 'en')).toBe('27 November 2027')
  expect(dateText(lateInTheEveningOfLondon, 'moment', 'en')).toMatch(/^27 November 2027 at 0?8:05$/)
  expect(dateText(new Date(lateInTheEveningOfLondon), 'weekday', 'ko')).toBe('11월 27일 (토)')
  expect(dateText(lateInTheEveningOfLondon, 'shortDay', 'en')).toBe('27 Nov')
})

test('to an operator a date is that of where they are, and exact with its zone', () => {
  expect(dateText(lateInTheEveningOfLondon, 'tableMoment', 'en', 'Europe/London')).toBe('26 Nov 2027, 23:05')
  expect(dateText(lateInTheEveningOfLondon, 'tableMoment', 'ko')).toBe('2027년 11월 27일 08:05')
  expect(dateText(lateInTheEveningOfLondon, 'exactMoment', 'en', 'Europe/London')).toBe(
    '26 November 2027 at 23:05:00 GMT',
  )
  expect(dateText(lateInTheEveningOfLondon, 'exactMoment', 'ko')).toBe('2027년 11월 27일 08시 5분 0초 GMT+9')
})
