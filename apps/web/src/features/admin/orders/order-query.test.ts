import { expect, test } from 'vitest'
import { countTyped, orderListAddress, readOrderQuery, usualColumns, withoutFilters, withTyped } from './order-query'

test('an address that says nothing, or nonsense, asks for the newest orders of every kind', () => {
  const plain = readOrderQuery({})
  expect(plain).toMatchObject({ statuses: [], payments: [], sagas: [], attention: false, sort: 'newest' })
  expect(plain.columns).toEqual(usualColumns)
  const nonsense = { status: 'LOST', payment: 'x', from: 'soon', totalFrom: '-1', sort: 'best', columns: 'secret' }
  expect(readOrderQuery(nonsense)).toEqual(plain)
  expect(orderListAddress(plain)).toBe('/admin/orders')
})

test('what an address asks is the same when the address is made anew', () => {
  const search = {
    status: 'PAID,CONFIRMED',
    payment: 'failed',
    saga: 'retrying,waiting',
    attention: '1',
    held: 'stock',
    delivery: 'express',
    from: '2026-11-01',
    to: '2026-11-26',
    totalFrom: '1000',
    product: 'moon jar',
    q: '010-1234-5678',
    sort: 'oldest',
    cursor: '2026-11-01T00:00:00.000Z_ord_1',
    columns: 'placedAt,total',
  }
  const query = readOrderQuery(search)
  expect(query).toMatchObject({ statuses: ['PAID', 'CONFIRMED'], sagas: ['retrying', 'waiting'], q: '010-1234-5678' })
  const [, made = ''] = orderListAddress(query).split('?')
  expect(readOrderQuery(Object.fromEntries(new URLSearchParams(made)))).toEqual(query)
})

test('a state is read whether it is said once or several times', () => {
  expect(readOrderQuery({ status: ['PAID', 'SHIPPING'] }).statuses).toEqual(['PAID', 'SHIPPING'])
})

test('what a form says replaces what was typed before and keeps what is ticked', () => {
  const query = readOrderQuery({ status: 'PAID', product: 'moon jar', from: '2026-11-01', q: 'a', cursor: 'x_1' })
  const form = new FormData()
  form.set('q', ' ')
  form.set('product', 'bowl')
  const next = withTyped(query, form)
  expect(next).toMatchObject({ statuses: ['PAID'], product: 'bowl', from: '2026-11-01' })
  expect(next.q).toBeUndefined()
  expect(next.cursor).toBeUndefined()
  expect(countTyped(next)).toBe(2)
})

test('without filters sort and columns stay', () => {
  const query = readOrderQuery({ status: 'PAID', q: 'a', sort: 'oldest', columns: 'placedAt,total' })
  expect(orderListAddress(withoutFilters(query))).toBe('/admin/orders?sort=oldest&columns=placedAt%2Ctotal')
})
