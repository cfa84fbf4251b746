import { toWireDeliveryTerms } from '@makegood/core/delivery/delivery-terms'
import { policySchema, toPolicy } from '@makegood/core/policy'
import { expect, test } from 'vitest'
import { toDeliveryWords } from './delivery-words'

const terms = toWireDeliveryTerms(toPolicy(policySchema.parse({})).delivery)

test('the days are those of the shop, whatever zone the server stands in, and the prices those of the terms', () => {
  const lateOnThursdayInSeoul = new Date('2026-11-26T14:59:00Z')
  const { line, rows } = toDeliveryWords(terms, lateOnThursdayInSeoul, 'ko')
  expect(rows.map(row => [row.way, row.price.amountMinor])).toEqual([
    ['standard', terms.standardMinor],
    ['express', terms.expressMinor],
    ['abroad', terms.abroadMinor],
  ])
  expect(line.arrival).toBe(rows[0]?.arrival)
  expect(rows[1]?.arrival).toMatch(/^11월 27일 \(금\)/)
  const fridayInSeoul = new Date('2026-11-26T15:00:00Z')
  expect(toDeliveryWords(terms, fridayInSeoul, 'en').rows[1]?.arrival).toMatch(/^Mon,? 30 November/)
})

test('one day is named once', () => {
  const days = { ...terms.days, express: { min: 1, max: 1 } }
  const { rows } = toDeliveryWords({ ...terms, days }, new Date('2026-11-26T03:00:00Z'), 'ko')
  expect(rows[1]?.arrival).toBe('11월 27일 (금)')
})
