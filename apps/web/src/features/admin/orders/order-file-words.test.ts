import { orderFileWords } from '@makegood/core/order/order-file-words'
import { expect, test } from 'vitest'
import en from '../../../../messages/en.json'
import ko from '../../../../messages/ko.json'

test.each([
  ['ko', ko],
  ['en', en],
] as const)('the file of orders says in %s what the list says', (locale, messages) => {
  const { columns, statuses, payments, sagas, methods } = orderFileWords[locale]
  expect(statuses).toEqual(messages.order.statuses)
  expect(methods).toEqual(messages.order.methods)
  expect(payments).toEqual(messages.adminOrders.payments)
  expect(sagas).toEqual(messages.adminOrders.sagas)
  const { number, placedAt, status, payment, saga, recipient, email, phone, delivery } = columns
  const shared = { number, placedAt, status, payment, saga, recipient, email, phone, delivery }
  expect(messages.adminOrders.columns).toMatchObject(shared)
})
