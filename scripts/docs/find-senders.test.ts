import { expect, test } from 'vitest'
import { findListeners } from './find-listeners.ts'
import { findSenders } from './find-senders.ts'

const sendersOf = (name: string) => findSenders([name]).get(name)

test('a sender is found through the operations that stand between, and only where its own function is called', () => {
  expect(sendersOf('order/created')).toEqual(['store/order/place-order'])
  // The same file tells whether a return is open, which whoever completes an order asks: they send nothing.
  expect(sendersOf('return/changed')).toEqual(['admin/approval/decide-approval', 'admin/return/receive-return'])
  expect(sendersOf('order/payment.failed')).toEqual(['pay-order: put-order-back'])
})

test('an event whose name is held in a table is sent by whoever writes what the table says', () => {
  for (const name of ['shipping/lost', 'shipping/refused'])
    expect(sendersOf(name)).toEqual(['webhooks/handle-carrier-event'])
})

test('what nobody writes has no sender', () => {
  expect(sendersOf('order/no.such')).toEqual([])
})

test('a listener is a function by name or family, or a step that waits', () => {
  const listeners = findListeners(['payment/changed', 'order/created']).get('payment/changed')
  expect(listeners).toEqual(expect.arrayContaining(['audit', 'pay-order (await-approval)']))
  expect(findListeners(['order/created']).get('order/created')).toContain('reserve-order')
})
