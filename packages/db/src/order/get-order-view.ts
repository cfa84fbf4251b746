import type { Locale } from '@makegood/core/locale'
import { describeProgress, type HistoryEntry } from '@makegood/core/order/describe-progress'
import type { OrderStatus } from '@makegood/core/order/order-states'
import type { OrderView } from '@makegood/core/order/views'
import type { ShortLine } from '@makegood/core/stock/find-short-lines'
import type { Tx } from '../client.ts'
import { type LineRow, toLineViews, toWire } from './line-views.ts'
import { assertOwner, type Owner } from './owner.ts'

type OrderRow = {
  id: string
  number: bigint
  status: OrderStatus
  version: number
  placedAt: Date
  totalMinor: bigint
  currency: string
  email: string
  recipient: string
  phone: string
  postcode: string
  address1: string
  address2: string
  lines: LineRow[]
  history: (Omit<HistoryEntry, 'at'> & { at: string })[]
  reservedUntil: Date | null
}

/** An order as its owner sees it, in one statement; null for an order that does not exist or is somebody else's. */
export const getOrderView = async (
  db: Tx,
  request: { readonly orderId: string; readonly owner: Owner; readonly locale: Locale },
): Promise<OrderView | null> => {
  assertOwner(request.owner)
  const { orderId, owner, locale } = request
  const rows = await db.$queryRaw<OrderRow[]>`
    select o.id, o.number, o.status, o.version, o.placed_at as "placedAt", o.total_minor as "totalMinor", o.currency, o.email,
      o.recipient, o.phone, o.postcode, o.address1, o.address2,
      (select json_agg(json_build_object('variantId', l.variant_id, 'nameKo', l.name_ko, 'nameEn', l.name_en,
        'optionKo', l.option_ko, 'optionEn', l.option_en, 'picturePath', l.picture_path,
        'unitPriceMinor', l.unit_price_minor::text, 'quantity', l.quantity) order by l.position)
        from order_line l where l.order_id = o.id) as lines,
      (select json_agg(json_build_object('toStatus', h.to_status, 'reason', h.reason, 'at', h.at, 'details', h.details)
        order by h.version) from order_history h where h.order_id = o.id) as history,
      (select min(r.expires_at) from stock_reservation r where r.order_id = o.id and r.status = 'HELD') as "reservedUntil"
    from "order" o
    where o.id = ${orderId} and (o.user_id = ${owner.userId} or o.visitor_hash = ${owner.visitorHash})`
  const row = rows[0]
  return row ? toView(row, locale) : null
}

const toView = (row: OrderRow, locale: Locale): OrderView => {
  const history = row.history.map(entry => ({ ...entry, at: new Date(entry.at) }))
  const lines = toLineViews(row.lines, row.currency, locale)
  const nameOf = (variantId: string) => lines.find(line => line.variantId === variantId)?.name ?? variantId
  return {
    id: row.id,
    number: row.number.toString(),
    status: row.status,
    version: row.version,
    placedAt: row.placedAt.toISOString(),
    total: toWire(row.totalMinor, row.currency),
    email: row.email,
    address: {
      recipient: row.recipient,
      phone: row.phone,
      postcode: row.postcode,
      address1: row.address1,
      address2: row.address2,
    },
    lines,
    progress: [...describeProgress(row.status, history)],
    canPay: row.status === 'STOCK_RESERVED',
    reservedUntil: row.status === 'STOCK_RESERVED' ? (row.reservedUntil?.toISOString() ?? null) : null,
    shortLines: findRecordedShortLines(history).map(short => ({ ...short, name: nameOf(short.variantId) })),
  }
}

const findRecordedShortLines = (history: readonly HistoryEntry[]): readonly ShortLine[] => {
  const details = history.find(entry => entry.reason === 'stock-insufficient')?.details
  return Array.isArray(details?.shortLines) ? (details.shortLines as ShortLine[]) : []
}
