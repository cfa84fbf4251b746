import { expect, test } from 'vitest'
import { orderStatuses } from '../order/order-states.ts'
import { isStillTrue } from './is-still-true.ts'

test('a cancelled order is told once more only of its cancellation and of its money', () => {
  const told = (template: string) => isStillTrue(template, 'CANCELLED')
  expect(['order-confirmed', 'order-shipped', 'order-delivered', 'return-accepted'].filter(told)).toEqual([])
  expect(['order-cancelled', 'payment-refunded', 'order-link'].filter(told)).toHaveLength(3)
})

test('an order that goes on is never told once more that it is cancelled, and one that arrived not that it was sent', () => {
  expect(orderStatuses.filter(status => isStillTrue('order-cancelled', status))).toEqual(['CANCELLED'])
  expect(isStillTrue('order-shipped', 'SHIPPING')).toBe(true)
  expect(isStillTrue('order-shipped', 'DELIVERED')).toBe(false)
})
