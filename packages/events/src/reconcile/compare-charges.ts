import type { ListedCharge, PaymentGateway } from '@makegood/core/ports/payment-gateway'
import type { Db } from '@makegood/db/client'
import type { Breach } from '@makegood/db/invariants/invariant'
import { listKeptCharges } from '@makegood/db/reconcile/list-kept-charges'
import { type ChargeBook, readChargeBooks } from '@makegood/db/reconcile/read-charge-books'
import { listAllCharges } from './list-all-charges.ts'

export const chargeInvariants = {
  known: 'every charge that the gateway keeps is of a payment or top-up of the shop',
  same: 'what the gateway keeps of a charge is what the books keep of it',
  once: 'the gateway keeps one charge of an order at most',
  there: 'every payment and top-up by card has its charge at the gateway',
} as const

const pageSize = 5000
/** By how much the gateway's clock and the shop's may differ. */
const skewMs = 5 * 60 * 1000

/**
 * Compares the money that the gateway keeps since then with the money that the books keep, charge by charge, in both
 * directions. What is under way or in front of a person is left out. Only reads; throws where the gateway cannot be asked.
 */
export const compareCharges = async (
  { db, gateway }: { readonly db: Db; readonly gateway: PaymentGateway },
  since: Date,
): Promise<readonly Breach[]> => {
  const until = new Date()
  const breaches: Breach[] = []
  const listed = new Set<string>()
  const keptOf = new Map<string, string>()
  for await (const charges of listAllCharges(gateway, since)) {
    const books = new Map((await readChargeBooks(db, charges)).map(book => [book.chargeRef, book]))
    for (const charge of charges) {
      listed.add(charge.chargeRef)
      breaches.push(...judge(charge, books.get(charge.chargeRef), keptOf))
    }
  }
  const window = { since: new Date(since.getTime() + skewMs), until }
  for await (const page of listKeptCharges(db, window, pageSize))
    for (const { id, chargeRef } of page)
      if (chargeRef === null || !listed.has(chargeRef))
        breaches.push({ invariant: chargeInvariants.there, subject: id, detail: `charge ${chargeRef} is not there` })
  return breaches
}

const judge = (charge: ListedCharge, book: ChargeBook | undefined, keptOf: Map<string, string>): readonly Breach[] => {
  const { chargeRef: subject, amount } = charge
  const kept = charge.status === 'succeeded' ? amount.amountMinor - charge.refunded.amountMinor : 0n
  const breach = (rule: keyof typeof chargeInvariants, detail: string): readonly Breach[] => [
    { invariant: chargeInvariants[rule], subject, detail },
  ]
  if (!book) return kept === 0n ? [] : breach('known', `${kept} ${amount.currency} for ${nameOf(charge)}`)
  if (book.isOpen || book.isWithPerson) return []
  if (kept !== book.keptMinor || (kept !== 0n && amount.currency !== book.currency))
    return breach('same', `${book.id}: ${kept} ${amount.currency}, the books say ${book.keptMinor} ${book.currency}`)
  if (kept === 0n || book.orderId === null) return []
  const other = keptOf.get(book.orderId)
  keptOf.set(book.orderId, subject)
  return other === undefined ? [] : breach('once', `${book.orderId} is paid by ${other} too`)
}

const nameOf = ({ paymentId, topUpId, key }: ListedCharge): string => paymentId ?? topUpId ?? key
