import type { FindAnswer, PaymentGateway } from '@makegood/core/ports/payment-gateway'
import { toFailure } from '../saga/outside-away.ts'

export type UndoneCharge = { readonly chargeRef: string; readonly refundRef: string }
type FoundCharge = Extract<FindAnswer, { outcome: 'ok'; found: true }>

/** Which charge: the key that made it, and the gateway's name for it where an earlier answer told it. */
type ChargeName = { readonly key: string; readonly chargeRef?: string | undefined }

/**
 * Makes sure that the charge with this key keeps no money: one that waits for approval is cancelled, one that took money is
 * refunded. Answers the refund, or null where nothing was taken; throws while the gateway cannot say or refuses. `generation`
 * is the run of the saga that asks.
 */
export const undoCharge = async (
  gateway: PaymentGateway,
  { key, chargeRef }: ChargeName,
  generation: number,
): Promise<UndoneCharge | null> => {
  const charge = await findCharge(gateway, key, chargeRef)
  if (!charge || charge.status === 'failed') return null
  if (charge.status !== 'succeeded') {
    const cancelled = await gateway.cancelCharge({ key: `${key}:cancel`, chargeRef: charge.chargeRef })
    if (cancelled.outcome === 'ok') return null
    if (cancelled.outcome !== 'declined') throw toFailure("the gateway's answer to the cancelling", cancelled)
    // The approval was quicker than the cancelling: the money was taken and goes back.
  }
  return await refundCharge(gateway, charge, { key, generation })
}

const findCharge = async (gateway: PaymentGateway, key: string, chargeRef?: string): Promise<FoundCharge | null> => {
  const answer = await gateway.findByKey(key, chargeRef)
  if (answer.outcome !== 'ok') throw toFailure('the gateway cannot say what became of the charge', answer)
  return answer.found ? answer : null
}

/**
 * Gives all of a charge back, once for each key of its charge. A gateway gives the first answer to a key for ever, a refusal
 * too, so a run that was begun again asks under a key of its own; all of a charge can go back only once, whoever asks.
 */
export const refundCharge = async (
  gateway: PaymentGateway,
  { chargeRef, amount }: Pick<FoundCharge, 'chargeRef' | 'amount'>,
  { key, generation }: { readonly key: string; readonly generation: number },
): Promise<UndoneCharge> => {
  const refundKey = generation === 1 ? `${key}:undo` : `${key}:undo-${generation}`
  const refund = await gateway.refund({ key: refundKey, chargeRef, amount })
  if (refund.outcome === 'ok') return { chargeRef, refundRef: refund.refundRef }
  if (refund.outcome === 'declined' && refund.reason === 'already-refunded')
    return { chargeRef, refundRef: `earlier refund of ${chargeRef}` }
  throw toFailure("the gateway's answer to the refund", refund)
}
