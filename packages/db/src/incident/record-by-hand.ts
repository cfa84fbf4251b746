import { DomainError } from '@makegood/core/errors'
import type { ByHandStep } from '@makegood/core/saga/by-hand'
import type { Tx } from '../client.ts'
import { finishRefund } from '../refund/finish-refund.ts'
import { getPlannedRefund } from '../refund/get-planned-refund.ts'
import type { RefundSource } from '../refund/plan-refund.ts'
import { recordFullRefund } from '../refund/record-full-refund.ts'
import { findFailedRefund, finishRefundAgain } from '../refund/refund-again.ts'
import { markDeliveryCancelled } from '../shipment/settle-shipment.ts'
import { findOwedCharge, markTopUpRefunded } from '../wallet/settle-top-up.ts'
import type { SagaRow } from './lock-incident.ts'

type WriteDown = (tx: Tx, saga: SagaRow, reference: string | null) => Promise<void>

/** What the shop's own books must say once a person has done a step's act outside, in the transaction that says so. */
export const recordByHand: Readonly<{ [Step in ByHandStep]: WriteDown }> = {
  'refund-card': async (tx, saga, reference) => {
    const refund = await getPlannedRefund(tx, refundSourceOf(saga), 'card')
    if (refund) await finishRefund(tx, refund.id, needed(reference))
  },
  'refund-late-charge': (tx, { input }, reference) =>
    recordFullRefund(tx, {
      paymentId: String(input.paymentId),
      source: 'late',
      chargeRef: String(input.chargeRef),
      refundRef: needed(reference),
    }),
  'undo:charge-card': async (tx, { id, input }, reference) => {
    const paymentId = String(input.paymentId)
    if (await findFailedRefund(tx, { paymentId, source: 'undo' })) {
      await finishRefundAgain(tx, { paymentId, source: 'undo', refundRef: needed(reference) })
      return
    }
    const chargeRef = reference && (await findChargeRef(tx, id, 'charge-card'))
    if (reference && chargeRef)
      await recordFullRefund(tx, { paymentId, source: 'undo', chargeRef, refundRef: reference })
  },
  'undo:charge-top-up': async (tx, { id, input }, reference) => {
    const topUpId = String(input.topUpId)
    const owed = await findOwedCharge(tx, topUpId)
    if (owed) return await markTopUpRefunded(tx, { topUpId, chargeRef: owed, refundRef: needed(reference) })
    const chargeRef = reference && (await findChargeRef(tx, id, 'charge-top-up'))
    if (reference && chargeRef) await markTopUpRefunded(tx, { topUpId, chargeRef, refundRef: reference })
  },
  'cancel-shipment': (tx, { input }) => markDeliveryCancelled(tx, String(input.orderId)),
  'undo:register-shipment': (tx, { input }) => markDeliveryCancelled(tx, String(input.orderId)),
  'register-pick-up': async () => undefined,
}

export const refundSourceOf = ({ input }: Pick<SagaRow, 'input'>): RefundSource => {
  if (typeof input.returnId === 'string') return { source: 'return', sourceId: input.returnId }
  if (typeof input.refundRequestId === 'string') return { source: 'operator', sourceId: input.refundRequestId }
  return { source: 'cancellation', sourceId: String(input.cancellationId) }
}

/** The charge that the step's gateway answer named; null where it never answered, so that nothing is on the books. */
const findChargeRef = async (tx: Tx, sagaId: string, stepId: string): Promise<string | null> => {
  const rows = await tx.$queryRaw<{ chargeRef: string | null }[]>`
    select result ->> 'chargeRef' as "chargeRef" from saga_step where saga_id = ${sagaId} and step_id = ${stepId}`
  return rows[0]?.chargeRef ?? null
}

/** One refund outside is not taken for two: a reference that the books know already is refused. */
export const assertUnused = async (tx: Tx, reference: string): Promise<void> => {
  const rows = await tx.$queryRaw<unknown[]>`
    select 1 from refund where gateway_ref = ${reference} union all select 1 from payment where refund_ref = ${reference}
    union all select 1 from wallet_top_up where refund_ref = ${reference} limit 1`
  if (rows.length > 0)
    throw new DomainError('invalid-input', 'this reference is in the books already', {
      fields: ['settledByHand.reference: taken'],
    })
}

export const needed = (reference: string | null): string => {
  if (reference === null)
    throw new DomainError('invalid-input', 'money that went back by hand needs a reference', {
      fields: ['settledByHand.reference: missing'],
    })
  return reference
}
