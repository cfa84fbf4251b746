import { mayAlone } from '@makegood/core/approval/may-alone'
import { DomainError } from '@makegood/core/errors'
import { shopCurrency } from '@makegood/core/money/shop-currency'
import { askedSettlementSchema } from '@makegood/core/saga/incident-inputs'
import type { Role } from '@makegood/core/user/roles'
import type { WaitingApproval } from '../approval/decide-approval.ts'
import { type ApprovalLimits, requestApproval } from '../approval/request-approval.ts'
import { type Db, inTransaction, type Tx } from '../client.ts'
import { givenAlone } from '../refund/given-alone.ts'
import { findAskedSettlement } from './find-asked-settlement.ts'
import { lockIncident } from './lock-incident.ts'
import { readSettledStake } from './read-settled-stake.ts'
import { needed } from './record-by-hand.ts'
import { assertCanSettle, type SettleRequest, settleIn } from './settle-by-hand.ts'

type Asked = Omit<SettleRequest, 'approved' | 'operatorId'> & {
  readonly operatorId: string
  /** The client's own, so that a repeated request asks once. */
  readonly approvalId: string
}
type Answer = { readonly outcome: 'applied' | 'waiting'; readonly approvalId: string | null }

/**
 * Settles an incident by hand, or, where the money that is said to have been moved comes, together with all else that was given
 * back of its order alone, above what the operator's role may do alone, asks for a second pair of eyes: once at a time. The
 * incident is held, so that of two at once the second meets what the first has done.
 */
export const settleOrAsk = (db: Db, limits: ApprovalLimits, { approvalId, ...request }: Asked): Promise<Answer> =>
  inTransaction(db, async tx => {
    const { incidentId, operatorId, role, reason, reference } = request
    const locked = await lockIncident(tx, incidentId)
    const { stepId, saga } = await assertCanSettle(tx, locked, request)
    const stake = await readSettledStake(tx, stepId, saga)
    const other = await findAskedSettlement(tx, incidentId)
    if (other && other.approvalId !== approvalId)
      throw new DomainError('incident-moved-on', 'somebody has asked for it already', { reason: 'asked' })
    const { orderId } = locked.row
    const given = orderId ? await givenAlone(tx, orderId, incidentId) : 0n
    if (!stake?.amountMinor || mayAlone(limits.aloneUpTo, 'settle-by-hand', role, stake.amountMinor + given)) {
      await settleIn(tx, request)
      return { outcome: 'applied', approvalId: null }
    }
    if (stake.needsReference) needed(reference)
    await requestApproval(tx, {
      id: approvalId,
      kind: 'settle-by-hand',
      userId: orderId ? null : stake.userId,
      orderId,
      amountMinor: stake.amountMinor,
      currency: shopCurrency,
      reason,
      input: { incidentId, generation: saga.generation, reference },
      operatorId,
      forSeconds: limits.approvalSeconds,
    })
    return { outcome: 'waiting', approvalId }
  })

/**
 * What an approved request does, in the name of who asked. Nothing where the incident no longer stands as it was seen: where it
 * was closed, or its saga was tried again or turned round, the money may have moved by itself.
 */
export const applyApprovedSettlement =
  (leaseSeconds: number) =>
  async (tx: Tx, { input, amountMinor, reason, requestedBy }: WaitingApproval): Promise<void> => {
    const { incidentId, generation, reference } = askedSettlementSchema.parse(input)
    const role = await readRole(tx, requestedBy)
    const locked = await lockIncident(tx, incidentId)
    const { stepId, saga } = await assertCanSettle(tx, locked, { role, reference })
    const stake = await readSettledStake(tx, stepId, saga)
    if (saga.generation !== generation || stake?.amountMinor !== amountMinor)
      throw new DomainError('incident-moved-on', 'it was tried again since it was asked for', { reason: 'tried-again' })
    await settleIn(tx, { incidentId, operatorId: requestedBy, role, reason, reference, leaseSeconds, approved: true })
  }

const readRole = async (tx: Tx, userId: string): Promise<Role> => {
  const [user] = await tx.$queryRaw<{ role: Role }[]>`select role from "user" where id = ${userId}`
  if (!user) throw new Error(`no operator ${userId}`)
  return user.role
}
