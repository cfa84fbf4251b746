import { expect, test } from 'vitest'
import { readStart } from './read-start.ts'

test('the event that begins a saga is its first generation, with its whole payload and nothing of the way', () => {
  const data = { orderId: 'ord_1', paymentId: 'pay_1', correlationId: 'cor_1' }
  expect(readStart({ name: 'order/payment.requested', data })).toEqual({
    input: { orderId: 'ord_1', paymentId: 'pay_1' },
    correlationId: 'cor_1',
    generation: 1,
  })
})

test('a saga that is resumed starts from the payload of its first event, in the generation that is told', () => {
  const input = { orderId: 'ord_1', paymentId: 'pay_1' }
  const data = { sagaId: 'pay-order:pay_1', name: 'pay-order', generation: 3, input, correlationId: 'cor_1' }
  expect(readStart({ name: 'saga/resumed', data })).toEqual({ input, correlationId: 'cor_1', generation: 3 })
})
