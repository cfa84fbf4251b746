import { type SagaName, sagaIdOf } from '../saga/saga-starts.ts'
import type { SagaView } from '../saga/saga-views.ts'
import type { OperatorOrderView } from './operator-views.ts'
import type { PaymentState } from './order-filters.ts'

export type MoneySaga = Pick<SagaView, 'id' | 'status'> & {
  readonly steps: readonly Pick<SagaView['steps'][number], 'stepId' | 'undoStatus'>[]
}
type Facts = Pick<OperatorOrderView, 'payments' | 'refunds'> & { readonly sagas: readonly MoneySaga[] }
type Payment = Facts['payments'][number]
type Refund = Facts['refunds'][number]

export type OrderMoney = Readonly<Record<'open' | 'taken' | 'back' | 'pending' | 'owed' | 'kept', bigint>>

/** The saga that gives back what is planned for this reason. */
const giversBack: Readonly<Partial<Record<Refund['source'], SagaName>>> = {
  cancellation: 'cancel-order',
  return: 'return-order',
  operator: 'refund-order',
}

/**
 * Where an order's money is: `back` is only what was given back; what is planned is `pending`, and `owed` where its saga has
 * stopped, where it did not arrive, and where a charge came for an attempt that was given up. `kept` is what the shop has,
 * what it owes included: it is `taken` without `back`.
 */
export const sumOrderMoney = (facts: Facts): OrderMoney => {
  const { payments, refunds } = facts
  const sumOf = (some: readonly Refund[]) => sum(some.map(({ amount }) => amount))
  const holds = payments.filter(({ status }) => status === 'SUCCEEDED' || status === 'REFUNDED')
  const late = payments.filter(payment => isLate(facts, payment))
  const unreturned = payments.filter(payment => isUnreturned(facts, payment))
  // A wallet's part that went back of an attempt that was given up had been taken first.
  const undone =
    sumOf(refunds.filter(({ source, leg }) => source === 'undo' && leg === 'wallet')) -
    sum(holds.filter(({ status }) => status === 'REFUNDED').map(({ wallet }) => wallet))
  const owed = refunds.filter(refund => isOwed(facts, refund))
  const taken =
    sum(holds.map(({ amount }) => amount)) +
    sum([...late, ...unreturned].map(({ card }) => card)) +
    (undone > 0n ? undone : 0n)
  const back = sumOf(refunds.filter(({ state }) => state === 'done'))
  return {
    open: sum(
      payments
        .filter(payment => payment.status === 'OPEN' && !unreturned.includes(payment))
        .map(({ amount }) => amount),
    ),
    taken,
    back,
    pending: sumOf(refunds.filter(refund => refund.state === 'planned' && !owed.includes(refund))),
    owed: sumOf(owed) + sum([...late, ...unreturned].map(({ card }) => card)),
    kept: taken - back,
  }
}

/** How it stands with an order's money in one word, the same that the list says. */
export const paymentStateOf = (facts: Facts): PaymentState => {
  const latest = facts.payments.at(-1)
  if (!latest) return 'none'
  if (facts.payments.some(payment => isLate(facts, payment))) return 'late-charge'
  const { pending, owed, kept } = sumOrderMoney(facts)
  if (owed > 0n) return 'refund-owed'
  if (latest.status === 'OPEN') return 'open'
  if (latest.status === 'DECLINED' || latest.status === 'FAILED') return 'failed'
  if (pending > 0n) return 'refunding'
  if (latest.status === 'REFUNDED' || kept === 0n) return 'refunded'
  return kept < BigInt(latest.amount.amountMinor) ? 'part-refunded' : 'paid'
}

/** The gateway is known to have money of an attempt that is given up: the shop owes it. */
export const isChargeOwed = (facts: Pick<Facts, 'sagas'>, payment: Pick<Payment, 'id' | 'status'>): boolean =>
  isLate(facts, payment) || isUnreturned(facts, payment)

/** A charge that came after its attempt was given up, and neither pays an order nor went back yet. */
const isLate = ({ sagas }: Pick<Facts, 'sagas'>, { id, status }: Pick<Payment, 'id' | 'status'>): boolean =>
  (status === 'DECLINED' || status === 'FAILED') &&
  sagas.some(
    saga =>
      saga.id === sagaIdOf('settle-late-payment', id) &&
      (saga.status === 'RUNNING' || saga.status === 'NEEDS_ATTENTION'),
  )

/** An attempt that is given up and whose charge could not be given back. */
const isUnreturned = ({ sagas }: Pick<Facts, 'sagas'>, { id, status }: Pick<Payment, 'id' | 'status'>): boolean =>
  status === 'OPEN' &&
  sagas.some(
    saga =>
      saga.id === sagaIdOf('pay-order', id) &&
      saga.status === 'NEEDS_ATTENTION' &&
      saga.steps.some(({ stepId, undoStatus }) => stepId === 'charge-card' && undoStatus === 'FAILED'),
  )

/** Of two returns of one order each has a saga of its own: what stopped is owed, the other is on its way. */
const isOwed = ({ sagas }: Facts, { state, source, sourceId }: Refund): boolean => {
  const giver = giversBack[source]
  return (
    state === 'failed' ||
    (state === 'planned' &&
      giver !== undefined &&
      sagas.some(({ id, status }) => id === sagaIdOf(giver, sourceId) && status === 'NEEDS_ATTENTION'))
  )
}

const sum = (amounts: readonly { readonly amountMinor: string }[]): bigint =>
  amounts.reduce((total, { amountMinor }) => total + BigInt(amountMinor), 0n)
