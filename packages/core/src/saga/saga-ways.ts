import type { SagaName } from './saga-starts.ts'

/**
 * True where a saga that stopped before its pivot may be turned round by an operator. What begins `return-order`,
 * `refund-order` and `settle-late-payment` is the point of no return itself; and an order whose `fulfil-order` were undone would wait for a saga
 * that never comes: such an order is cancelled instead.
 */
export const canTurnRound: Readonly<Record<SagaName, boolean>> = {
  'reserve-order': true,
  'pay-order': true,
  'fulfil-order': false,
  'cancel-order': true,
  'return-order': false,
  'settle-late-payment': false,
  'refund-order': false,
  'top-up-wallet': true,
}
