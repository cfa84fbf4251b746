import { expect, test } from 'vitest'
import { isEnough, stepTo, toOptions } from './suggestion-options'

const product = {
  id: 'prd_1',
  slug: 'celadon-bowl',
  name: '청자 대접',
  categorySlug: 'bowls',
  mended: false,
  picture: null,
  secondPicture: null,
  priceFrom: { amountMinor: '42000', currency: 'KRW' as const },
  priceVaries: false,
  available: 3,
}

test('nothing found is no lines, and the way to everything stands last', () => {
  expect(toOptions('청', undefined)).toEqual([])
  expect(toOptions('청', { products: [], categories: [], total: 0 })).toEqual([])
  const options = toOptions('그릇 & 잔', {
    products: [product],
    categories: [{ slug: 'bowls', name: '그릇' }],
    total: 9,
  })
  expect(options.map(({ kind }) => kind)).toEqual(['category', 'product', 'all'])
  expect(options.at(-1)?.href).toBe(`/products?${new URLSearchParams({ q: '그릇 & 잔' })}`)
})

test('the arrows go round through the field', () => {
  expect(stepTo(-1, 1, 2)).toBe(0)
  expect(stepTo(1, 1, 2)).toBe(-1)
  expect(stepTo(-1, -1, 2)).toBe(1)
  expect(stepTo(0, -1, 2)).toBe(-1)
  expect(stepTo(-1, 1, 0)).toBe(-1)
})

test.each([
  ['청', true],
  ['ㅊ', true],
  ['c', false],
  [' c ', false],
  ['ce', true],
  ['', false],
])('%j is enough to look for: %s', (typed, enough) => {
  expect(isEnough(typed)).toBe(enough)
})
