import { expect, test } from 'vitest'
import { decideOptions, type OptionFacts } from './decide-options.ts'
import { orderStatuses } from './order-states.ts'

const quiet: Omit<OptionFacts, 'status'> = { cancelling: false, returning: false, unitsLeft: 2 }
const statesWhere = (option: keyof ReturnType<typeof decideOptions>, facts: Partial<OptionFacts> = {}) =>
  orderStatuses.filter(status => decideOptions({ ...quiet, ...facts, status })[option])

test('each option is open exactly in its states', () => {
  expect(statesWhere('canPay')).toEqual(['STOCK_RESERVED'])
  expect(statesWhere('canCancel')).toEqual(['STOCK_RESERVED', 'PAYMENT_PROCESSING', 'PAID', 'CONFIRMED'])
  expect(statesWhere('canReturn')).toEqual(['SHIPPING', 'DELIVERED'])
  expect(statesWhere('canConfirm')).toEqual(['DELIVERED'])
})

test('an open cancellation leaves nothing to pay and nothing to cancel', () => {
  expect(statesWhere('canPay', { cancelling: true })).toEqual([])
  expect(statesWhere('canCancel', { cancelling: true })).toEqual([])
})

test('an open return, or one of everything, leaves nothing to return; an open one is not accepted by confirming', () => {
  expect(statesWhere('canReturn', { returning: true })).toEqual([])
  expect(statesWhere('canReturn', { unitsLeft: 0 })).toEqual([])
  expect(statesWhere('canConfirm', { returning: true })).toEqual([])
})
