import fc from 'fast-check'
import { expect, test } from 'vitest'
import { shopDayOf } from '../shop-time.ts'
import { defaultDeliveryTerms as terms } from './default-terms.ts'
import { estimateArrival } from './estimate-arrival.ts'

const standard = { method: 'standard', country: 'KR' } as const
const express = { method: 'express', country: 'KR' } as const
const abroad = { method: 'standard', country: 'US' } as const

test('weekends count out: ordered on a Friday, the first working day after it is Monday', () => {
  const friday = new Date('2026-11-27T03:00:00Z')
  expect(estimateArrival(express, friday, terms)).toEqual({ from: '2026-11-30', to: '2026-12-01' })
  expect(estimateArrival(standard, friday, terms)).toEqual({ from: '2026-12-01', to: '2026-12-03' })
})

test('ordered on a Saturday or a Sunday it arrives as if ordered on the Friday before', () => {
  const days = ['2026-11-27', '2026-11-28', '2026-11-29'].map(day =>
    estimateArrival(standard, new Date(`${day}T03:00:00Z`), terms),
  )
  expect(new Set(days.map(day => JSON.stringify(day))).size).toBe(1)
})

test('the day is the day in the shop: shortly before midnight in Seoul and shortly after are two', () => {
  expect(estimateArrival(express, new Date('2026-11-25T14:59:59Z'), terms).from).toBe('2026-11-26')
  expect(estimateArrival(express, new Date('2026-11-25T15:00:00Z'), terms).from).toBe('2026-11-27')
})

test('a parcel abroad takes seven to fourteen working days', () => {
  expect(estimateArrival(abroad, new Date('2026-11-26T03:00:00Z'), terms)).toEqual({
    from: '2026-12-07',
    to: '2026-12-16',
  })
})

test('whenever it is ordered, a parcel arrives on working days after it, the first no later than the last', () => {
  const instants = fc.date({
    min: new Date('2026-01-01'),
    max: new Date('2030-01-01'),
    noInvalidDate: true,
  })
  fc.assert(
    fc.property(instants, fc.constantFrom(standard, express, abroad), (at, choice) => {
      const { from, to } = estimateArrival(choice, at, terms)
      expect(from > shopDayOf(at)).toBe(true)
      expect(from <= to).toBe(true)
      for (const day of [from, to]) expect([1, 2, 3, 4, 5]).toContain(new Date(`${day}T12:00:00Z`).getUTCDay())
    }),
  )
})
