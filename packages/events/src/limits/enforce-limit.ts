import type { LimitKind } from '@makegood/core/order/order-limits'
import { orderLimits } from '@makegood/core/order/order-limits'
import { getOpenCancellation } from '@makegood/db/cancellation/get-open-cancellation'
import { newCancellationId, requestCancellation } from '@makegood/db/cancellation/request-cancellation'
import { inTransaction, type Tx } from '@makegood/db/client'
import { type LockedLimit, lockDueLimit, postponeLimit, settleLimit } from '@makegood/db/limit/settle-limit'
import { completeOrder } from '@makegood/db/order/complete-order'
import { openIncident } from '@makegood/db/saga/open-incident'
import type { Deps } from '../saga/deps.ts'

/** How long a limit waits for something that it must not cut off, before it looks again. */
const postponeSeconds = 60 * 60

/**
 * Enforces one due limit of one order, once, in one transaction with its row: reservation, payment and confirmation cancel
 * the order, shipping that has not started alerts an operator, a delivery that nobody objects to completes. An order that
 * has moved on is left alone; a request to cancel it that is open already does the limit's work.
 */
export const enforceLimit = (deps: Deps, orderId: string, kind: LimitKind): Promise<'enforced' | 'moot' | 'later'> =>
  inTransaction(deps.db, async tx => {
    const locked = await lockDueLimit(tx, orderId, kind)
    if (!locked) return 'moot'
    const inStatuses: readonly string[] = orderLimits[kind].inStatuses
    if (!inStatuses.includes(locked.status)) {
      await settleLimit(tx, orderId, kind, 'moot')
      return 'moot'
    }
    const outcome = await enforce[kind](tx, deps, orderId, locked)
    if (outcome === 'later') await postponeLimit(tx, orderId, kind, postponeSeconds)
    else await settleLimit(tx, orderId, kind, outcome)
    return outcome
  })

type Enforce = (tx: Tx, deps: Deps, orderId: string, locked: LockedLimit) => Promise<'enforced' | 'moot' | 'later'>

const cancel: Enforce = async (tx, { policy }, orderId) => {
  if (await getOpenCancellation(tx, orderId)) return 'moot'
  await requestCancellation(tx, { orderId, cancellationId: newCancellationId(), by: 'system', policy })
  return 'enforced'
}

const alertOperator: Enforce = async (tx, _deps, orderId) => {
  await openIncident(tx, {
    orderId,
    sagaId: `fulfil-order:${orderId}`,
    stepId: 'shipping-start',
    kind: 'shipping-late',
    detail: 'the order was confirmed and the carrier has not taken it in time',
  })
  return 'enforced'
}

const complete: Enforce = async (tx, _deps, orderId, { status, version }) => {
  const result = await completeOrder(tx, { orderId, status, version }, { mover: 'system' })
  return result === 'completed' ? 'enforced' : result === 'return-open' ? 'later' : 'moot'
}

const enforce: Readonly<Record<LimitKind, Enforce>> = {
  reservation: cancel,
  payment: cancel,
  confirmation: cancel,
  'shipping-start': alertOperator,
  completion: complete,
}
