import { expect, test } from 'vitest'
import { pasteVariants } from './paste-variants.ts'
import { checkDraft, emptyDraft, emptyVariant } from './product-draft.ts'

const small = { ...emptyVariant(), optionKo: '작은', optionEn: 'Small', sku: 'BOWL-S', priceMinor: '12000' }
const large = { ...emptyVariant(), optionKo: '큰', optionEn: 'Large', sku: 'BOWL-L', priceMinor: '18000' }

test('a column of prices from a spreadsheet goes down the rows, without signs and separators', () => {
  const pasted = pasteVariants([small, large], { row: 0, column: 'priceMinor' }, '₩13,000\r\n19,000원\r\n')
  expect(pasted).toEqual([
    { ...small, priceMinor: '13000' },
    { ...large, priceMinor: '19000' },
  ])
})

test('a block fills the fields beside each other, and lines beyond the last row become new options', () => {
  const pasted = pasteVariants([small], { row: 0, column: 'sku' }, 'A-1\t9000\nA-2\t9500\tnot a column')
  expect(pasted).toMatchObject([
    { id: small.id, optionEn: 'Small', sku: 'A-1', priceMinor: '9000' },
    { optionEn: '', sku: 'A-2', priceMinor: '9500', active: true },
  ])
})

test('what cannot be a price is kept as it was pasted and named at its own row', () => {
  const variants = pasteVariants([small, large], { row: 0, column: 'priceMinor' }, '13000\n12.5') ?? []
  const problems = checkDraft({ ...emptyDraft('bowls'), slug: 'bowl', nameKo: '대접', nameEn: 'Bowl', variants })
  expect([...problems]).toEqual([[`${large.id}.priceMinor`, 'price']])
  expect(variants[1]?.priceMinor).toBe('12.5')
})

test('a plain text is no block, and more rows than a product may have are not taken', () => {
  expect(pasteVariants([small], { row: 0, column: 'sku' }, 'A-1')).toBeNull()
  expect(pasteVariants([small], { row: 0, column: 'sku' }, 'A\n'.repeat(51))).toBeNull()
})
