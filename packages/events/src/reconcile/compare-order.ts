import type { Currency } from '@makegood/core/money/money'
import type { WireMoney } from '@makegood/core/money/wire-money'
import type { ComparisonLine, OrderComparison } from '@makegood/core/order/comparison-views'
import { judgeCharge, judgeParcel, judgeStock, keptByGateway, notAnswered } from '@makegood/core/order/judge-comparison'
import type { Carrier } from '@makegood/core/ports/carrier'
import type { FindAnswer, PaymentGateway } from '@makegood/core/ports/payment-gateway'
import type { Db } from '@makegood/db/client'
import { type BookedPayment, readOrderBooks } from '@makegood/db/reconcile/read-order-books'
import { type OrderStock, readOrderStock } from '@makegood/db/reconcile/read-order-stock'
import { shipmentStatusOf } from '@makegood/db/shipment/parcel-places'
import { callKey } from '../saga/run-step.ts'

type Parts = {
  readonly db: Db
  readonly gateway: Pick<PaymentGateway, 'findByKey'>
  readonly carrier: Pick<Carrier, 'findByKey'>
}
type BookedParcel = Awaited<ReturnType<typeof readOrderBooks>>['parcels'][number]

/**
 * Asks gateway and carrier now what they have of an order, by the keys under which the shop asked them, and holds it against
 * the books, which are read once more after the answers. Only reads; who gave no answer is `unknown`, never the same.
 */
export const compareOrder = async (parts: Parts, orderId: string): Promise<OrderComparison> => {
  const before = await readOrderBooks(parts.db, orderId)
  const askedAt = new Date().toISOString()
  const [charges, parcels] = await Promise.all([
    Promise.all(before.payments.map(({ id, openChargeRef }) => askForCharge(parts.gateway, id, openChargeRef))),
    Promise.all(before.parcels.map(({ key }) => parts.carrier.findByKey(key))),
  ])
  const after = await readOrderBooks(parts.db, orderId)
  const stock = await readOrderStock(parts.db, orderId)
  const nowOf = <Row extends { readonly id: string }>(rows: readonly Row[], was: Row) =>
    rows.find(({ id }) => id === was.id) ?? was
  return {
    askedAt,
    lines: [
      ...before.payments.flatMap((was, place) => {
        const [answer, now] = [charges[place], nowOf(after.payments, was)]
        return answer ? [toCardLine({ ...now, isMoving: was.isMoving || now.isMoving }, answer)] : []
      }),
      ...before.parcels.flatMap((was, place) => {
        const answer = parcels[place]
        return answer ? [toParcelLine(nowOf(after.parcels, was), answer)] : []
      }),
      ...stock.map(toStockLine),
    ],
    more: before.more,
  }
}

const askForCharge = (gateway: Parts['gateway'], paymentId: string, chargeRef: string | undefined) =>
  gateway.findByKey(callKey(`pay-order:${paymentId}`, 'charge-card'), chargeRef)

const toCardLine = (payment: BookedPayment, answer: FindAnswer): ComparisonLine => {
  const currency = payment.currency as Currency
  const wire = (minor: bigint, of = currency): WireMoney => ({ amountMinor: minor.toString(), currency: of })
  return {
    about: 'card',
    ...judgeCharge(payment, answer, payment.isMoving),
    paymentId: payment.id,
    attempt: payment.attempt,
    ours: { kept: wire(payment.keptMinor) },
    theirs: answer.outcome === 'ok' ? toTheirs(answer, wire) : null,
    detail: answer.outcome === 'ok' ? null : answer.detail,
  }
}

const toTheirs = (
  answer: Extract<FindAnswer, { outcome: 'ok' }>,
  wire: (minor: bigint, of?: Currency) => WireMoney,
) => {
  if (!answer.found) return { status: 'absent', kept: wire(0n), taken: wire(0n), back: wire(0n) } as const
  const { currency } = answer.amount
  return {
    status: answer.status,
    kept: wire(keptByGateway(answer), currency),
    taken: wire(answer.status === 'succeeded' ? answer.amount.amountMinor : 0n, currency),
    back: wire(answer.refunded.amountMinor, currency),
  }
}

const toParcelLine = (parcel: BookedParcel, answer: Awaited<ReturnType<Carrier['findByKey']>>): ComparisonLine => {
  const ours = parcel.status as Extract<ComparisonLine, { about: 'parcel' }>['ours']
  const theirs = answer.outcome !== 'ok' ? null : answer.found ? shipmentStatusOf[answer.status] : 'ABSENT'
  return {
    about: 'parcel',
    ...(theirs === null ? notAnswered : judgeParcel(ours, theirs)),
    shipmentRef: parcel.shipmentRef,
    kind: parcel.kind as Extract<ComparisonLine, { about: 'parcel' }>['kind'],
    trackingNo: parcel.trackingNo,
    ours,
    theirs,
    detail: answer.outcome === 'ok' ? null : answer.detail,
  }
}

const toStockLine = ({ variantId, ours, ledger }: OrderStock): ComparisonLine => ({
  about: 'stock',
  ...judgeStock(ours, ledger),
  variantId,
  ours,
  theirs: ledger,
})
