import type { Deps } from '../saga/deps.ts'
import type { Participant } from '../saga/step-types.ts'
import type { PayOrderData } from '../sagas/pay-order/pay-order-data.ts'
import { chargeCardParticipant } from './payment/charge-card.ts'
import { confirmStockParticipant } from './stock/confirm-stock.ts'

/** What the domains contribute to paying an order; the saga sees stages and participants only. */
export const createParticipants = (deps: Deps): readonly Participant<PayOrderData>[] => [
  confirmStockParticipant,
  chargeCardParticipant(deps.gateway),
]
