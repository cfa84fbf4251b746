import { readPaymentEvent } from '@makegood/adapters/payment/read-payment-event'
import { findOrderOfCharge, tellPaymentEvent } from '@makegood/db/payment/tell-payment-event'
import { openIncident } from '@makegood/db/saga/open-incident'
import type { Deps } from '../saga/deps.ts'
import { handleTopUpEvent } from './handle-top-up-event.ts'

/**
 * What the gateway tells about a charge: a payment that waits for it is woken and asks the gateway itself, a charge whose
 * attempt was given up begins the saga that settles it, a dispute and a refund that did not arrive are put in front of a
 * person. The webhook alone never makes an order paid.
 */
export const handlePaymentEvent = async (deps: Deps, body: unknown): Promise<string> => {
  const event = readPaymentEvent(body)
  switch (event?.type) {
    case 'payment_intent.succeeded':
    case 'payment_intent.payment_failed':
    case 'payment_intent.canceled': {
      const chargeRef = event.type === 'payment_intent.succeeded' ? event.chargeRef : null
      if (event.topUpId) return await handleTopUpEvent(deps, event.topUpId, chargeRef)
      return event.paymentId ? await tellPaymentEvent(deps.db, event.paymentId, chargeRef) : 'not of this shop'
    }
    case 'charge.dispute.created': {
      await openIncident(deps.db, {
        orderId: await findOrderOfCharge(deps.db, event.chargeRef),
        sagaId: `dispute:${event.chargeRef}`,
        stepId: 'dispute',
        kind: 'dispute',
        detail: `the shopper disputes charge ${event.chargeRef}`,
      })
      return 'incident opened'
    }
    case 'refund.failed': {
      await openIncident(deps.db, {
        orderId: await findOrderOfCharge(deps.db, event.chargeRef),
        sagaId: `refund:${event.refundRef}`,
        stepId: 'refund',
        kind: 'refund-failed',
        detail: `refund ${event.refundRef} of charge ${event.chargeRef} did not arrive: ${event.gatewayCode ?? event.status}`,
      })
      return 'incident opened'
    }
    default:
      return 'nothing to do'
  }
}
