import { expect, test } from 'vitest'
import { pasteStock, readDifference, readDraft } from './stock-draft'

const rows = [
  { variantId: 'var_a', onHand: 7, available: 5 },
  { variantId: 'var_b', onHand: 3, available: 3 },
  { variantId: 'var_c', onHand: 0, available: 0 },
]

test('a number is how many there are, a sign makes it a difference, and the same number is nothing', () => {
  expect(readDifference('10', 7)).toBe(3)
  expect(readDifference('1,200', 200)).toBe(1_000)
  expect(readDifference('+3', 7)).toBe(3)
  expect(readDifference('−2', 7)).toBe(-2)
  for (const nothing of ['', ' ', '7', '+0']) expect(readDifference(nothing, 7)).toBeNull()
  for (const wrong of ['x', '1.5', '--2', '1234567']) expect(readDifference(wrong, 7)).toBeNaN()
})

test('what is wrong is named at its row: no whole number, the wrong way for the reason, more than is for sale', () => {
  const draft = { var_a: '1', var_b: '31.5', var_c: '4' }
  expect(readDraft(rows, draft, 'counted')).toEqual({
    changes: [{ variantId: 'var_c', amount: 4 }],
    problems: new Map([
      ['var_a', 'too-few'],
      ['var_b', 'whole'],
    ]),
  })
  expect(readDraft(rows, { var_c: '4' }, 'broken').problems).toEqual(new Map([['var_c', 'direction']]))
  expect(readDraft(rows, {}, 'counted')).toEqual({ changes: [], problems: new Map() })
})

test('a copied column fills the rows below, and says what found no row; a single text stays a text', () => {
  expect(pasteStock(rows, { var_a: '9' }, 1, '12\t4\n8\n1\n')).toEqual({
    draft: { var_a: '9', var_b: '12', var_c: '8' },
    left: 1,
  })
  expect(pasteStock(rows, {}, 0, '12')).toBeNull()
})
