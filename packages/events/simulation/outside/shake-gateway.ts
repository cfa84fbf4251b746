import type { PaymentGateway } from '@makegood/core/ports/payment-gateway'
import type { Skies } from './skies.ts'

/** The real gateway behind the weather of the order that each call is for. */
export const shakeGateway = (gateway: PaymentGateway, skies: Skies): PaymentGateway => ({
  charge: request => {
    const id = request.orderId ?? request.topUpId
    skies.remember(request.key, id)
    return skies.over({ id }).through('charge', () => gateway.charge(request))
  },
  cancelCharge: request => skies.over(request).through('cancel a charge', () => gateway.cancelCharge(request)),
  refund: request =>
    skies.over({ id: request.orderId, key: request.key }).through('refund', () => gateway.refund(request)),
  findByKey: (key, chargeRef) => skies.over({ key }).through('find a charge', () => gateway.findByKey(key, chargeRef)),
  findRefundByKey: request => skies.over(request).through('find a refund', () => gateway.findRefundByKey(request)),
  listCharges: request => gateway.listCharges(request),
})
