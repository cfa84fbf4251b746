import { createHash } from 'node:crypto'
import type { Locale } from '@makegood/core/locale'
import { decideOptions } from '@makegood/core/order/decide-options'
import { describeProgress, type HistoryEntry } from '@makegood/core/order/describe-progress'
import type { LimitKind } from '@makegood/core/order/order-limits'
import type { OrderStatus } from '@makegood/core/order/order-states'
import type { OrderView } from '@makegood/core/order/views'
import { openReturnStatuses } from '@makegood/core/return/return-reasons'
import type { ShortLine } from '@makegood/core/stock/find-short-lines'
import {
  type CancellationJson,
  isoOf,
  type RefundJson,
  type ReturnJson,
  type ShipmentJson,
  toCancellationView,
  toRefundView,
  toReturnView,
  toShipmentView,
} from './after-sales-views.ts'
import { toDeliveryView } from './delivery-view.ts'
import { type LineRow, toLineViews, toWire } from './line-views.ts'

type PaymentJson = { id: string; status: string; cardMinor: string; walletMinor: string; actionUrl: string | null }
type OtherOrder = { id: string; number: string }

/** An order's row with all that hangs on it, as the database's JSON gives it. */
export type OrderViewRow = {
  id: string
  number: bigint
  status: OrderStatus
  version: number
  placedAt: Date
  goodsMinor: bigint
  discountMinor: bigint
  deliveryMinor: bigint
  totalMinor: bigint
  currency: string
  ofAccount: boolean
  email: string
  locale: Locale
  recipient: string
  phone: string
  postcode: string
  address1: string
  address2: string
  country: string
  deliveryNote: string
  deliveryMethod: string
  arrivesFrom: string | null
  arrivesTo: string | null
  lines: LineRow[]
  history: (Omit<HistoryEntry, 'at'> & { at: string })[]
  limits: Partial<Record<LimitKind, string>> | null
  payment: PaymentJson | null
  cancellation: CancellationJson | null
  refunds: RefundJson[] | null
  shipments: ShipmentJson[] | null
  returns: ReturnJson[] | null
  takenUpFrom: OtherOrder | null
  takenUpBy: OtherOrder | null
}

/** The row in the reader's language, with what may be done now, and a revision that changes with anything in it. */
export const toOrderView = (row: OrderViewRow, locale: Locale): OrderView => {
  const view = toContent(row, locale)
  const hash = createHash('sha256').update(JSON.stringify(view)).digest('base64url').slice(0, 16)
  return { ...view, revision: `${row.version}.${hash}` }
}

const toContent = (row: OrderViewRow, locale: Locale): Omit<OrderView, 'revision'> => {
  const { status, currency } = row
  const history = row.history.map(entry => ({ ...entry, at: new Date(entry.at) }))
  const lines = toLineViews(row.lines, currency, locale)
  const goodsOf = (variantId: string) => lines.find(line => line.variantId === variantId)
  const cancelling = row.cancellation?.status === 'REQUESTED'
  const shipments = row.shipments ?? []
  const returns = row.returns ?? []
  const delivery = shipments.find(shipment => shipment.kind === 'DELIVERY')
  const limitIn = (kind: LimitKind, inStatus: OrderStatus) => (status === inStatus ? isoOf(row.limits?.[kind]) : null)
  return {
    id: row.id,
    number: row.number.toString(),
    status,
    version: row.version,
    placedAt: row.placedAt.toISOString(),
    locale: row.locale,
    goods: toWire(row.goodsMinor, currency),
    discount: toWire(row.discountMinor, currency),
    delivery: toDeliveryView(row),
    total: toWire(row.totalMinor, currency),
    ofAccount: row.ofAccount,
    email: row.email,
    contactHidden: false,
    address: {
      recipient: row.recipient,
      phone: row.phone,
      postcode: row.postcode,
      address1: row.address1,
      address2: row.address2,
      country: row.country,
      deliveryNote: row.deliveryNote,
    },
    lines,
    progress: [...describeProgress(status, history)],
    shortLines: findRecordedShortLines(history).map(short => ({
      ...short,
      name: goodsOf(short.variantId)?.name ?? short.variantId,
    })),
    ...decideOptions({
      status,
      cancelling,
      returning: returns.some(request => openReturnStatuses.includes(request.status)),
      unitsLeft: lines.reduce((sum, line) => sum + line.quantity - line.returned, 0),
    }),
    reservedUntil: limitIn('reservation', 'STOCK_RESERVED'),
    payUntil: limitIn('payment', 'PAYMENT_PROCESSING'),
    completesAt: limitIn('completion', 'DELIVERED'),
    paid: toPaid(row.payment, currency),
    approval: cancelling ? null : toApproval(row.payment, status),
    cancellation: row.cancellation && toCancellationView(row.cancellation, currency),
    refunds: (row.refunds ?? []).map(refund => toRefundView(refund, currency)),
    shipment: delivery ? toShipmentView(delivery) : null,
    returns: returns.map(request =>
      toReturnView(request, currency, goodsOf, shipments.find(shipment => shipment.returnId === request.id) ?? null),
    ),
    takenUpFrom: row.takenUpFrom,
    takenUpBy: row.takenUpBy,
  }
}

const toPaid = (payment: PaymentJson | null, currency: string): OrderView['paid'] =>
  payment?.status === 'SUCCEEDED'
    ? { card: toWire(BigInt(payment.cardMinor), currency), wallet: toWire(BigInt(payment.walletMinor), currency) }
    : null

const toApproval = (payment: PaymentJson | null, status: OrderStatus): OrderView['approval'] =>
  payment?.status === 'OPEN' && payment.actionUrl && status === 'PAYMENT_PROCESSING'
    ? { paymentId: payment.id, url: payment.actionUrl }
    : null

const findRecordedShortLines = (history: readonly HistoryEntry[]): readonly ShortLine[] => {
  const details = history.find(entry => entry.reason === 'stock-insufficient')?.details
  return Array.isArray(details?.shortLines) ? (details.shortLines as ShortLine[]) : []
}
