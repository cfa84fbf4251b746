import type { cancellationViewSchema } from '@makegood/core/cancellation/views'
import type { RefundView } from '@makegood/core/refund/views'
import type { ReturnView } from '@makegood/core/return/views'
import type { ShipmentView } from '@makegood/core/shipment/views'
import type { z } from 'zod'
import { toWire } from './line-views.ts'

/** A moment as JSON or the driver gives it, as a view carries it. */
type Moment = string | Date

type MaybeMoment = Moment | null | undefined

export type CancellationJson = {
  id: string
  status: 'REQUESTED' | 'DONE' | 'REFUSED'
  mover: CancellationView['by']
  refusal: string | null
  note: string
  feeMinor: string | bigint
  requestedAt: Moment
  endedAt: Moment | null
}
type CancellationView = z.infer<typeof cancellationViewSchema>

export type RefundJson = {
  id: string
  source: RefundView['source']
  leg: RefundView['leg']
  amountMinor: string | bigint
  status: 'PLANNED' | 'DONE' | 'FAILED'
  createdAt: Moment
  doneAt: Moment | null
}

export type ShipmentJson = {
  kind: 'DELIVERY' | 'PICK_UP'
  returnId: string | null
  carrier: string
  trackingNo: string
  trackingUrl: string
  status: ShipmentView['status']
  registeredAt: Moment
  handedOverAt: Moment | null
  endedAt: Moment | null
}

export type ReturnJson = Pick<ReturnView, 'id' | 'status' | 'reason' | 'note' | 'decisionReason' | 'withoutGoods'> & {
  refundMinor: string | bigint
  lines: { variantId: string; quantity: number; refundMinor: string | bigint }[]
  requestedAt: Moment
  decidedAt: Moment | null
  pickedUpAt: Moment | null
  receivedAt: Moment | null
  refundedAt: Moment | null
}

export const isoOf = (at: MaybeMoment): string | null => (at ? new Date(at).toISOString() : null)
const iso = (at: Moment): string => new Date(at).toISOString()

export const toCancellationView = (row: CancellationJson, currency: string): CancellationView => ({
  id: row.id,
  state: ({ REQUESTED: 'requested', DONE: 'done', REFUSED: 'refused' } as const)[row.status],
  by: row.mover,
  refusal: row.refusal,
  note: row.note,
  fee: toWire(BigInt(row.feeMinor), currency),
  requestedAt: iso(row.requestedAt),
  endedAt: isoOf(row.endedAt),
})

export const toRefundView = (row: RefundJson, currency: string): RefundView => ({
  id: row.id,
  source: row.source,
  leg: row.leg,
  amount: toWire(BigInt(row.amountMinor), currency),
  state: ({ PLANNED: 'planned', DONE: 'done', FAILED: 'failed' } as const)[row.status],
  plannedAt: iso(row.createdAt),
  doneAt: isoOf(row.doneAt),
})

export const toShipmentView = (row: ShipmentJson): ShipmentView => ({
  carrier: row.carrier,
  trackingNo: row.trackingNo,
  trackingUrl: row.trackingUrl,
  status: row.status,
  registeredAt: iso(row.registeredAt),
  handedOverAt: isoOf(row.handedOverAt),
  endedAt: isoOf(row.endedAt),
})

/** A return with its goods named as the order's lines name them. */
export const toReturnView = (
  row: ReturnJson,
  currency: string,
  goodsOf: (variantId: string) => { readonly name: string; readonly option: string } | undefined,
  pickUp: ShipmentJson | null,
): ReturnView => ({
  id: row.id,
  status: row.status,
  reason: row.reason,
  note: row.note,
  decisionReason: row.decisionReason,
  withoutGoods: row.withoutGoods,
  refund: toWire(BigInt(row.refundMinor), currency),
  lines: row.lines.map(line => ({
    variantId: line.variantId,
    name: goodsOf(line.variantId)?.name ?? line.variantId,
    option: goodsOf(line.variantId)?.option ?? '',
    quantity: line.quantity,
    refund: toWire(BigInt(line.refundMinor), currency),
  })),
  pickUp: pickUp && toShipmentView(pickUp),
  requestedAt: iso(row.requestedAt),
  decidedAt: isoOf(row.decidedAt),
  pickedUpAt: isoOf(row.pickedUpAt),
  receivedAt: isoOf(row.receivedAt),
  refundedAt: isoOf(row.refundedAt),
})
