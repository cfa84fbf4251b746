import type { FindAnswer, PaymentGateway } from '@makegood/core/ports/payment-gateway'

export type UndoneCharge = { readonly chargeRef: string; readonly refundRef: string }
type FoundCharge = Extract<FindAnswer, { outcome: 'ok'; found: true }>

/**
 * Makes sure that the charge with this key keeps no money: one that waits for approval is cancelled, one that took money is
 * refunded. `chargeRef` where an earlier answer named it. Answers the refund, or null where nothing was taken; throws while the gateway cannot say.
 */
export const undoCharge = async (
  gateway: PaymentGateway,
  key: string,
  chargeRef?: string,
): Promise<UndoneCharge | null> => {
  const charge = await findCharge(gateway, key, chargeRef)
  if (!charge || charge.status === 'failed') return null
  if (charge.status !== 'succeeded') {
    const cancelled = await gateway.cancelCharge({ key: `${key}:cancel`, chargeRef: charge.chargeRef })
    if (cancelled.outcome === 'ok') return null
    if (cancelled.outcome !== 'declined')
      throw new Error(`the gateway's answer to the cancelling is ${cancelled.outcome}`)
    // The approval was quicker than the cancelling: the money was taken and goes back.
  }
  return await refundCharge(gateway, charge, key)
}

const findCharge = async (gateway: PaymentGateway, key: string, chargeRef?: string): Promise<FoundCharge | null> => {
  const answer = await gateway.findByKey(key, chargeRef)
  if (answer.outcome !== 'ok') throw new Error(`the gateway cannot say what became of the charge: ${answer.detail}`)
  return answer.found ? answer : null
}

/** Gives all of a charge back, once for each key of its charge. */
export const refundCharge = async (
  gateway: PaymentGateway,
  { chargeRef, amount }: Pick<FoundCharge, 'chargeRef' | 'amount'>,
  key: string,
): Promise<UndoneCharge> => {
  const refund = await gateway.refund({ key: `${key}:undo`, chargeRef, amount })
  if (refund.outcome === 'ok') return { chargeRef, refundRef: refund.refundRef }
  if (refund.outcome === 'declined' && refund.reason === 'already-refunded')
    return { chargeRef, refundRef: `earlier refund of ${chargeRef}` }
  throw new Error(`the gateway's answer to the refund is ${refund.outcome}`)
}
