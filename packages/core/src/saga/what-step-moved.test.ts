import { expect, test } from 'vitest'
import { type MoveFacts, whatStepMoved } from './what-step-moved.ts'

const won = (amountMinor: string) => ({ amountMinor, currency: 'KRW' }) as const
const nothing = { moved: [], movedBack: [] }
const books: MoveFacts = {
  payments: [
    { id: 'pay_1', card: won('20000'), wallet: won('8000') },
    { id: 'pay_2', card: won('28000'), wallet: won('0') },
  ],
  refunds: [],
  lines: [{ quantity: 2 }, { quantity: 1 }],
  returns: [],
  topUp: null,
}
type Recorded = { result?: unknown; status?: string; undoStatus?: string | null }
const moved = (stepId: string, input: unknown, recorded: Recorded = {}, facts: Partial<MoveFacts> = {}) =>
  whatStepMoved({ stepId, status: 'DONE', undoStatus: null, result: {}, ...recorded }, input, { ...books, ...facts })
const paid = { orderId: 'ord_1', paymentId: 'pay_1' }
const back = (source: string, sourceId: string, leg: string, amount: string) => ({
  refunds: [{ source, sourceId, leg, amount: won(amount) }],
})

test('a step that is not done moved nothing, whatever it would have moved', () => {
  for (const status of ['STARTED', 'REFUSED', 'FAILED'])
    for (const stepId of ['reserve-stock', 'confirm-stock', 'debit-wallet', 'charge-card', 'refund-card'])
      expect(moved(stepId, paid, { status })).toEqual(nothing)
})

test('a step that only moves the order says nothing', () => {
  for (const stepId of ['mark-paid', 'confirm-order', 'register-shipment', 'plan-refund', 'a-step-of-tomorrow'])
    expect(moved(stepId, paid)).toEqual(nothing)
})

test('each leg is taken from the payment that the saga names', () => {
  const charged = { result: { chargeRef: 'pi_1', actionUrl: null } }
  expect(moved('charge-card', paid, charged).moved).toEqual([{ what: 'taken-from-card', amount: won('20000') }])
  expect(moved('charge-card', { paymentId: 'pay_2' }, charged).moved).toEqual([
    { what: 'taken-from-card', amount: won('28000') },
  ])
  expect(moved('charge-card', { paymentId: 'pay_9' }, charged)).toEqual(nothing)
  expect(moved('debit-wallet', paid, { result: { debitedMinor: '8000' } }).moved).toEqual([
    { what: 'taken-from-wallet', amount: won('8000') },
  ])
  expect(moved('debit-wallet', { paymentId: 'pay_2' }, { result: { debitedMinor: '0' } })).toEqual(nothing)
})

test('a charge that waits for an approval takes money only with it, and one that was made before takes none again', () => {
  expect(moved('charge-card', paid, { result: { chargeRef: 'pi_1', actionUrl: 'https://bank' } })).toEqual(nothing)
  expect(moved('await-approval', paid).moved).toEqual([{ what: 'taken-from-card', amount: won('20000') }])
  const adopted = { chargeRef: 'pi_1', actionUrl: null, adopted: won('20000') }
  expect(moved('charge-card', paid, { result: adopted })).toEqual(nothing)
})

test('an undo moved back what the books have of it: nothing where the charge was never made', () => {
  const undone = { status: 'FAILED', undoStatus: 'DONE' }
  expect(moved('charge-card', paid, undone)).toEqual(nothing)
  expect(moved('charge-card', paid, undone, back('undo', 'pay_1', 'card', '20000'))).toEqual({
    moved: [],
    movedBack: [{ what: 'back-to-card', amount: won('20000') }],
  })
  expect(moved('charge-card', paid, undone, back('undo', 'pay_2', 'card', '20000'))).toEqual(nothing)
  expect(
    moved('debit-wallet', paid, { undoStatus: 'DONE' }, back('undo', 'pay_1', 'wallet', '8000')).movedBack,
  ).toEqual([{ what: 'back-to-wallet', amount: won('8000') }])
})

test('an undo that failed moved nothing back', () => {
  const stuck = { undoStatus: 'FAILED' }
  expect(moved('charge-card', paid, stuck, back('undo', 'pay_1', 'card', '20000')).movedBack).toEqual([])
  expect(moved('confirm-stock', paid, stuck).movedBack).toEqual([])
})

test('stock moves with all pieces of the order', () => {
  expect(moved('reserve-stock', paid, { undoStatus: 'DONE' })).toEqual({
    moved: [{ what: 'put-aside', pieces: 3 }],
    movedBack: [{ what: 'for-sale-again', pieces: 3 }],
  })
  expect(moved('confirm-stock', paid, { undoStatus: 'DONE' })).toEqual({
    moved: [{ what: 'sold', pieces: 3 }],
    movedBack: [{ what: 'put-aside', pieces: 3 }],
  })
  expect(moved('return-stock', paid, { result: { lines: 2 } }).moved).toEqual([{ what: 'for-sale-again', pieces: 3 }])
  expect(moved('return-stock', paid, { result: { lines: 0 } })).toEqual(nothing)
  expect(moved('put-order-back', paid, { result: { putBack: true } })).toEqual(nothing)
  expect(moved('put-order-back', paid, { result: { putBack: false, cancelled: true } }).moved).toEqual([
    { what: 'for-sale-again', pieces: 3 },
  ])
})

test('goods of a return are told as they were received', () => {
  const returns = [
    { id: 'ret_0', lines: [{ restocked: 9, writtenOff: 9 }] },
    {
      id: 'ret_1',
      lines: [
        { restocked: 1, writtenOff: 0 },
        { restocked: 0, writtenOff: 2 },
      ],
    },
  ]
  expect(moved('take-goods-back', { returnId: 'ret_1' }, {}, { returns }).moved).toEqual([
    { what: 'for-sale-again', pieces: 1 },
    { what: 'written-off', pieces: 2 },
  ])
  expect(moved('take-goods-back', { returnId: 'ret_1' }, { status: 'FAILED' }, { returns })).toEqual(nothing)
})

test('a coupon is used and free again only where the step found one', () => {
  expect(moved('redeem-coupon', paid, { result: { redeemed: true }, undoStatus: 'DONE' })).toEqual({
    moved: [{ what: 'coupon-used' }],
    movedBack: [{ what: 'coupon-free-again' }],
  })
  expect(moved('redeem-coupon', paid, { result: { redeemed: false }, undoStatus: 'DONE' })).toEqual(nothing)
  expect(moved('give-coupon-back', paid, { result: { givenBack: true } }).moved).toEqual([
    { what: 'coupon-free-again' },
  ])
  expect(moved('give-coupon-back', paid, { result: { givenBack: false } })).toEqual(nothing)
})

test('a refund is that of its own cancellation, return or request', () => {
  const cases = [
    ['cancellation', { cancellationId: 'x' }],
    ['return', { returnId: 'x' }],
    ['operator', { refundRequestId: 'x' }],
  ] as const
  for (const [source, input] of cases) {
    expect(moved('refund-card', input, {}, back(source, 'x', 'card', '5000')).moved).toEqual([
      { what: 'back-to-card', amount: won('5000') },
    ])
    expect(moved('refund-wallet', input, {}, back(source, 'x', 'wallet', '700')).moved).toEqual([
      { what: 'back-to-wallet', amount: won('700') },
    ])
    expect(moved('refund-card', input, {}, back(source, 'y', 'card', '5000'))).toEqual(nothing)
    expect(moved('refund-card', input, { result: { refunded: false } }, back(source, 'x', 'card', '5000'))).toEqual(
      nothing,
    )
  }
})

test('a late charge goes back, or has goods put aside only for an order in place of the first', () => {
  expect(moved('refund-late-charge', paid, {}, back('late', 'pay_1', 'card', '20000')).moved).toEqual([
    { what: 'back-to-card', amount: won('20000') },
  ])
  expect(moved('take-order-up', paid, { result: { takenUp: true, orderId: 'ord_2' } }).moved).toEqual([
    { what: 'put-aside', pieces: 3 },
  ])
  expect(moved('take-order-up', paid, { result: { takenUp: true, orderId: 'ord_1' } })).toEqual(nothing)
  expect(moved('take-order-up', paid, { result: { takenUp: false, because: 'stock' } })).toEqual(nothing)
})

test('a top-up goes from the card into the wallet, and back to the card where it was refunded', () => {
  const input = { topUpId: 'top_1' }
  const topUp = { amount: won('50000'), refunded: false }
  const charged = { result: { chargeRef: 'pi_1', actionUrl: null }, undoStatus: 'DONE' }
  expect(moved('charge-top-up', input, charged, { topUp })).toEqual({
    moved: [{ what: 'taken-from-card', amount: won('50000') }],
    movedBack: [],
  })
  expect(moved('charge-top-up', input, charged, { topUp: { ...topUp, refunded: true } }).movedBack).toEqual([
    { what: 'back-to-card', amount: won('50000') },
  ])
  expect(moved('credit-wallet', input, {}, { topUp }).moved).toEqual([
    { what: 'put-into-wallet', amount: won('50000') },
  ])
})
