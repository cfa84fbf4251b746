import fc from 'fast-check'
import { expect, test } from 'vitest'
import { defaultDeliveryTerms as terms } from './default-terms.ts'
import { offerDeliveries } from './offer-deliveries.ts'
import { priceDelivery } from './price-delivery.ts'

const at = new Date('2026-11-26T03:00:00.000Z')

test('abroad there is no express delivery, whatever the goods cost', () => {
  for (const afterDiscount of [0n, 49_999n, 50_000n, 10n ** 9n])
    expect(priceDelivery({ method: 'express', country: 'DE' }, afterDiscount, terms)).toEqual({
      refusal: { code: 'delivery-not-offered', country: 'DE' },
    })
  expect(offerDeliveries('DE', 80_000n, terms, at)).toMatchObject([
    { method: 'standard', priceMinor: 25_000n, freeWithMinor: null },
  ])
})

test('one won below the free limit standard delivery costs, from the limit on it does not', () => {
  const priceOf = (afterDiscount: bigint) => priceDelivery({ method: 'standard', country: 'KR' }, afterDiscount, terms)
  expect(priceOf(49_999n)).toBe(3_000n)
  expect(priceOf(50_000n)).toBe(0n)
  expect(priceOf(0n)).toBe(3_000n)
})

test('express delivery is never free', () => {
  expect(priceDelivery({ method: 'express', country: 'KR' }, 10n ** 9n, terms)).toBe(6_000n)
})

test('what is offered costs what it is priced at, and what is missing for a free delivery makes it free', () => {
  fc.assert(
    fc.property(
      fc.bigInt({ min: 0n, max: 10n ** 9n }),
      fc.constantFrom('KR', 'US', 'JP', 'DE'),
      (afterDiscount, country) => {
        const offers = offerDeliveries(country, afterDiscount, terms, at)
        expect(offers[0]?.method).toBe('standard')
        for (const { method, priceMinor, freeWithMinor } of offers) {
          expect(priceDelivery({ method, country }, afterDiscount, terms)).toBe(priceMinor)
          if (freeWithMinor === null) continue
          expect(priceDelivery({ method, country }, afterDiscount + freeWithMinor, terms)).toBe(0n)
          expect(priceDelivery({ method, country }, afterDiscount + freeWithMinor - 1n, terms)).toBe(priceMinor)
        }
      },
    ),
  )
})
