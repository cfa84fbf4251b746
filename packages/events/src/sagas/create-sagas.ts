import type { Deps } from '../saga/deps.ts'
import type { Participant } from '../saga/participant.ts'
import type { SagaDefinition } from '../saga/saga-definition.ts'
import { cancelOrder } from './cancel-order/cancel-order.ts'
import { fulfilOrder } from './fulfil-order/fulfil-order.ts'
import { payOrder } from './pay-order/pay-order.ts'
import { refundOrder } from './refund-order/refund-order.ts'
import { reserveOrder } from './reserve-order/reserve-order.ts'
import { returnOrder } from './return-order/return-order.ts'
import { settleLatePayment } from './settle-late-payment/settle-late-payment.ts'
import { topUpWallet } from './top-up-wallet/top-up-wallet.ts'

/** Every saga of the shop, by its steps. */
export const createSagas = (
  deps: Deps,
  participants: readonly Participant<never>[],
): readonly SagaDefinition<never>[] =>
  [
    reserveOrder(deps),
    payOrder(deps, participants),
    fulfilOrder(deps),
    cancelOrder(deps, participants),
    returnOrder(deps, participants),
    refundOrder(deps, participants),
    settleLatePayment(deps),
    topUpWallet(deps),
    // Each saga names the event that begins it and so the input it is given.
  ] as unknown as readonly SagaDefinition<never>[]
