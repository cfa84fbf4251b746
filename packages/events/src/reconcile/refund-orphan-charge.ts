import { DomainError } from '@makegood/core/errors'
import type { Money } from '@makegood/core/money/money'
import type { ListedCharge, PaymentGateway } from '@makegood/core/ports/payment-gateway'
import { differenceKindOf } from '@makegood/core/reconciliation/difference-kinds'
import { writeAudit } from '@makegood/db/audit/write-audit'
import { type Db, inTransaction } from '@makegood/db/client'
import { readChargeBooks } from '@makegood/db/reconcile/read-charge-books'
import {
  closeDifference,
  type LockedDifference,
  lockDifference,
  type SeenDifference,
} from '@makegood/db/reconciliation/close-difference'
import { chargeInvariants } from './compare-charges.ts'
import { listAllCharges } from './list-all-charges.ts'
import { reviewedDays } from './review-books.ts'

type Parts = { readonly db: Db; readonly gateway: PaymentGateway }

const dayMs = 24 * 60 * 60 * 1000

/**
 * Gives back at the gateway what it keeps of a charge that the books keep nothing of, once: the key is the difference's own, so
 * that a press that got no answer can be repeated. Only where charge and books still say what was seen; the audit says who
 * asked for it before the gateway is asked.
 */
export const refundOrphanCharge = async ({ db, gateway }: Parts, seen: SeenDifference): Promise<void> => {
  const difference = await inTransaction(db, tx => lockDifference(tx, seen))
  if (differenceKindOf(difference.invariant).repair !== 'refund-charge')
    throw new DomainError('repair-not-possible', `no refund repairs: ${difference.invariant}`)
  const charge = await findCharge(gateway, difference.subject)
  const amount = await orphanPart(db, charge, difference)
  await inTransaction(db, async tx => {
    const { id, orderId, subject } = await lockDifference(tx, seen)
    const details = { chargeRef: subject, amountMinor: amount.amountMinor.toString(), currency: amount.currency }
    const by = { actorKind: 'operator', actorId: seen.operatorId } as const
    await writeAudit(tx, {
      ...by,
      action: 'reconciliation.ask-refund',
      orderId,
      subject: id,
      reason: seen.reason,
      details,
    })
  })
  const { orderId, paymentId, topUpId } = charge
  const answer = await gateway.refund({
    key: `reconciliation:${difference.id}`,
    chargeRef: charge.chargeRef,
    amount,
    ...(orderId ? { orderId } : {}),
    ...(paymentId ? { paymentId } : {}),
    ...(topUpId ? { topUpId } : {}),
  })
  if (answer.outcome !== 'ok')
    throw new DomainError('repair-not-possible', `the gateway's answer to the refund: ${JSON.stringify(answer)}`)
  await inTransaction(db, async tx => {
    const locked = await lockDifference(tx, seen)
    const details = { refundRef: answer.refundRef }
    await closeDifference(tx, locked, seen, { state: 'REPAIRED', act: 'refund', details })
  })
}

const findCharge = async (gateway: PaymentGateway, chargeRef: string): Promise<ListedCharge> => {
  for await (const charges of listAllCharges(gateway, new Date(Date.now() - reviewedDays * dayMs))) {
    const charge = charges.find(candidate => candidate.chargeRef === chargeRef)
    if (charge) return charge
  }
  throw new DomainError('conflict', `the gateway does not list charge ${chargeRef} any more`)
}

/** What the gateway keeps of a charge of which the books keep nothing; refused where either says something else by now. */
const orphanPart = async (db: Db, charge: ListedCharge, difference: LockedDifference): Promise<Money> => {
  const kept = charge.status === 'succeeded' ? charge.amount.amountMinor - charge.refunded.amountMinor : 0n
  const { currency } = charge.amount
  const [book] = await readChargeBooks(db, [charge])
  const said =
    difference.invariant === chargeInvariants.known
      ? book === undefined && difference.detail.startsWith(`${kept} ${currency} for `)
      : book?.keptMinor === 0n && !book.isOpen && difference.detail.includes(`: ${kept} ${currency}, the books say 0 `)
  if (!said || kept === 0n)
    throw new DomainError('conflict', `charge ${charge.chargeRef} or the books say something else by now`)
  return { amountMinor: kept, currency }
}
