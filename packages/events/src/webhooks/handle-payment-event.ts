import { readPaymentEvent } from '@makegood/adapters/payment/read-payment-event'
import { findOrderOfCharge, tellPaymentEvent } from '@makegood/db/payment/tell-payment-event'
import { failRefund } from '@makegood/db/refund/fail-refund'
import { openIncident } from '@makegood/db/saga/open-incident'
import type { Deps } from '../saga/deps.ts'
import { handleTopUpEvent } from './handle-top-up-event.ts'

/**
 * What the gateway tells about a charge: a payment that waits for it is woken and asks the gateway itself, a charge whose
 * attempt was given up begins the saga that settles it, a refund that did not arrive is owed again, and a dispute is put in
 * front of a person. The webhook alone never makes an order paid.
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
      const { refundRef, chargeRef } = event
      const because = event.gatewayCode ?? event.status
      const owed = await failRefund(deps.db, { refundRef, chargeRef, because })
      if (owed !== 'not in the books') return owed === 'owed' ? 'refund owed again' : 'nothing to do'
      await openIncident(deps.db, {
        orderId: await findOrderOfCharge(deps.db, chargeRef),
        sagaId: `refund:${refundRef}`,
        stepId: 'refund',
        kind: 'refund-failed',
        detail: `refund ${refundRef} of charge ${chargeRef}, which the shop did not make, did not arrive: ${because}`,
      })
      return 'incident opened'
    }
    default:
      return 'nothing to do'
  }
}
