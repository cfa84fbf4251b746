import type { FindAnswer } from '../ports/payment-gateway.ts'
import type { ShipmentView } from '../shipment/views.ts'
import type { ComparisonFinding, ComparisonVerdict, HeldUnits } from './comparison-views.ts'

type Judged = { readonly verdict: ComparisonVerdict; readonly finding: ComparisonFinding | null }
export type KeptMoney = { readonly keptMinor: bigint; readonly currency: string }

const same: Judged = { verdict: 'same', finding: null }
const different = (finding: ComparisonFinding): Judged => ({ verdict: 'different', finding })
const moving: Judged = { verdict: 'under-way', finding: 'moving' }
export const notAnswered: Judged = { verdict: 'unknown', finding: 'not-answered' }

/** What the gateway keeps of a charge: what it took less what it gave back, nothing where it took nothing. */
export const keptByGateway = (answer: Extract<FindAnswer, { outcome: 'ok' }>): bigint =>
  answer.found && answer.status === 'succeeded' ? answer.amount.amountMinor - answer.refunded.amountMinor : 0n

/**
 * Holds what the books keep of a payment against what the gateway keeps of its charge. They are the same only where both keep
 * the same money; a gateway that could not say is never taken for one that agrees.
 */
export const judgeCharge = (books: KeptMoney, answer: FindAnswer, isMoving: boolean): Judged => {
  if (answer.outcome !== 'ok') return notAnswered
  const kept = keptByGateway(answer)
  const isOtherCurrency = answer.found && kept !== 0n && answer.amount.currency !== books.currency
  if (kept === books.keptMinor && !isOtherCurrency) return same
  if (isMoving) return moving
  if (isOtherCurrency) return different('other-currency')
  if (kept > books.keptMinor) return different(books.keptMinor === 0n ? 'charged-not-in-books' : 'refund-missing-there')
  return different(answer.found && answer.status === 'succeeded' ? 'refunded-there-only' : 'charge-missing')
}

/** Holds what an order holds of a variant against the sum of its entries in the ledger, which may begin too late to tell. */
export const judgeStock = (ours: HeldUnits, ledger: HeldUnits | null): Judged => {
  if (ledger === null) return { verdict: 'unknown', finding: 'ledger-too-short' }
  const isSame = ours.held === ledger.held && ours.sold === ledger.sold && ours.writtenOff === ledger.writtenOff
  return isSame ? same : different('stock-differs')
}

export const judgeParcel = (ours: ShipmentView['status'], theirs: ShipmentView['status'] | 'ABSENT'): Judged => {
  if (ours === theirs) return same
  return different(theirs === 'ABSENT' ? 'parcel-missing' : 'parcel-differs')
}
