import { expect, test } from 'vitest'
import { bigPriceChange, checkDraft, type Draft, emptyDraft, emptyVariant, moveVariant } from './product-draft.ts'

const good = (changed: Partial<Draft> = {}): Draft => ({
  ...emptyDraft('bowls'),
  slug: 'new-bowl',
  nameKo: '대접',
  nameEn: 'Bowl',
  variants: [variant('A-1')],
  ...changed,
})
const variant = (sku: string, priceMinor = '30000') => ({
  ...emptyVariant(),
  sku,
  priceMinor,
  optionKo: '기본',
  optionEn: 'One size',
})

test('a price is a whole number of won, and everything else is named at its field', () => {
  for (const priceMinor of ['', '0', '1.5', '12,000', '-1', '100000001', '1e5', '０'])
    expect([...checkDraft(good({ variants: [variant('A-1', priceMinor)] })).values()], priceMinor).toEqual(['price'])
  expect([...checkDraft(good({ variants: [variant('a-1'), variant('A-1')] })).values()]).toEqual([
    'skuTwice',
    'skuTwice',
  ])
  expect([...checkDraft(good({ variants: [variant('=A1')] })).values()]).toEqual(['sku'])
  expect(checkDraft(good({ nameKo: ' ', slug: 'New Bowl' }))).toEqual(
    new Map([
      ['nameKo', 'required'],
      ['slug', 'slug'],
    ]),
  )
  expect(checkDraft(good()).size).toBe(0)
})

test('a price that loses or gains a digit is asked for twice, a usual change is not', () => {
  const before = good()
  const to = (priceMinor: string): Draft => ({ ...before, variants: before.variants.map(v => ({ ...v, priceMinor })) })
  for (const slip of ['3000', '300000', '14999', '60001']) expect(bigPriceChange(before, to(slip)), slip).not.toBeNull()
  for (const usual of ['30000', '15000', '60000', '33000']) expect(bigPriceChange(before, to(usual)), usual).toBeNull()
})

test('a variant moves one place', () => {
  const three = ['A', 'B', 'C'].map(sku => variant(sku))
  expect(moveVariant(three, 1, -1).map(({ sku }) => sku)).toEqual(['B', 'A', 'C'])
  expect(moveVariant(three, 1, 1).map(({ sku }) => sku)).toEqual(['A', 'C', 'B'])
})
