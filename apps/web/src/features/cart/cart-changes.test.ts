import type { CartView } from '@makegood/core/cart/views'
import { expect, test } from 'vitest'
import {
  acceptPrice,
  addLine,
  type CartLine,
  cartKey,
  priceChange,
  removeLine,
  setQuantity,
  stockProblem,
  unitsLeftOut,
} from './cart-changes'

const won = (amountMinor: string) => ({ amountMinor, currency: 'KRW' as const })

const line = (variantId: string, quantity: number, price: string, available = 10): CartLine => ({
  variantId,
  productSlug: variantId,
  name: variantId,
  option: '',
  picture: null,
  unitPrice: won(price),
  quantity,
  lineTotal: won((BigInt(price) * BigInt(quantity)).toString()),
  available,
  addedAt: '2026-03-10T12:00:00.000Z',
  onSale: true,
  mended: false,
  priceBefore: null,
})

const cart: CartView = {
  lines: [line('cup', 2, '28000'), line('vase', 1, '148000')],
  total: won('204000'),
  count: 3,
}

test('a changed quantity changes the line, the total and the count together', () => {
  const changed = setQuantity(cart, 'cup', 5)
  expect(changed.lines[0]?.lineTotal.amountMinor).toBe('140000')
  expect(changed.total.amountMinor).toBe('288000')
  expect(changed.count).toBe(6)
})

test('a removed line takes its money and its units along', () => {
  const changed = removeLine(cart, 'vase')
  expect(changed).toMatchObject({ total: { amountMinor: '56000' }, count: 2 })
})

test('adding what is there already adds up to one line of at most 99', () => {
  expect(addLine(cart, line('cup', 3, '28000')).lines).toHaveLength(2)
  expect(addLine(cart, line('cup', 99, '28000')).lines[0]?.quantity).toBe(99)
})

test('a line that is sold out leaves the money and stays in the count, and a short one counts for what is left', () => {
  const shown: CartView = { ...cart, lines: [line('cup', 2, '28000'), line('vase', 1, '148000', 0)] }
  const changed = setQuantity(shown, 'cup', 1)
  expect(changed).toMatchObject({ total: won('28000'), count: 2 })
  expect(unitsLeftOut(changed)).toBe(1)
  const short = setQuantity({ ...cart, lines: [line('cup', 2, '28000', 3)] }, 'cup', 5)
  expect(short).toMatchObject({ total: won('84000'), lines: [{ quantity: 5, lineTotal: won('84000') }] })
  expect(unitsLeftOut(short)).toBe(2)
  expect(unitsLeftOut(cart)).toBe(0)
})

test('a line is gone without stock and short with too little', () => {
  expect(stockProblem(line('cup', 1, '1', 0))).toBe('gone')
  expect(stockProblem(line('cup', 3, '1', 2))).toBe('short')
  expect(stockProblem(line('cup', 2, '1', 2))).toBeNull()
})

test('the key of a cart changes with quantity, price and lines, and with nothing else', () => {
  const reordered = { ...cart, lines: [...cart.lines].reverse() }
  expect(cartKey(reordered)).toBe(cartKey(cart))
  expect(cartKey(setQuantity(cart, 'cup', 3))).not.toBe(cartKey(cart))
  expect(cartKey({ ...cart, lines: [line('cup', 2, '29000'), line('vase', 1, '148000')] })).not.toBe(cartKey(cart))
})

test('a changed price is told with its direction until it is acknowledged or the number of units is chosen anew', () => {
  const changed = (before: string): CartView => ({
    ...cart,
    lines: cart.lines.map(each => (each.variantId === 'cup' ? { ...each, priceBefore: won(before) } : each)),
  })
  const told = (view: CartView) => view.lines.map(priceChange)
  expect(told(changed('25000'))).toEqual(['up', null])
  expect(told(changed('30000'))).toEqual(['down', null])
  expect(told(acceptPrice(changed('25000'), 'vase'))).toEqual(['up', null])
  expect(told(acceptPrice(changed('25000'), 'cup'))).toEqual([null, null])
  expect(told(setQuantity(changed('25000'), 'cup', 3))).toEqual([null, null])
  expect(acceptPrice(changed('25000'), 'cup').total).toEqual(cart.total)
})

test('what the shop no longer sells is told apart from what is sold out', () => {
  expect(stockProblem({ ...line('cup', 1, '28000', 0), onSale: false })).toBe('retired')
  expect(stockProblem({ ...line('cup', 1, '28000', 9), onSale: false })).toBe('retired')
})

test('what is put back stands where it was', () => {
  const at = (variantId: string, hour: number) => ({
    ...line(variantId, 1, '28000'),
    addedAt: `2026-03-10T${hour}:00:00.000Z`,
  })
  const three: CartView = { ...cart, lines: [at('cup', 10), at('vase', 11), at('jar', 12)] }
  const back = addLine(removeLine(three, 'vase'), at('vase', 11))
  expect(back.lines.map(each => each.variantId)).toEqual(['cup', 'vase', 'jar'])
})
