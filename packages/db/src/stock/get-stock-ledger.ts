import { DomainError } from '@makegood/core/errors'
import type { StockLedger, stockChangeKinds } from '@makegood/core/stock/operator-views'
import type { Tx } from '../client.ts'
import { type StockViewRow, stockViewColumns, toStockView } from './list-stock.ts'

const pageSize = 50
const holdsMax = 50

type ChangeRow = {
  id: bigint
  at: Date
  kind: (typeof stockChangeKinds)[number]
  note: string
  by: string | null
  orderId: string | null
  number: bigint | null
  availableBefore: number
  availableAfter: number
  reservedBefore: number
  reservedAfter: number
  soldBefore: number
  soldAfter: number
  writtenOffBefore: number
  writtenOffAfter: number
}
type HoldRow = { orderId: string; number: bigint; quantity: number; until: Date; status: string }

/** A variant's stock, the orders that hold some of it now, and a page of its ledger, the newest change first, by key. */
export const getStockLedger = async (
  db: Tx,
  { variantId, cursor }: { readonly variantId: string; readonly cursor?: string | undefined },
): Promise<StockLedger> => {
  const [row] = await db.$queryRaw<StockViewRow[]>`
    select ${stockViewColumns} from stock s join variant v on v.id = s.variant_id join product p on p.id = v.product_id
    where v.id = ${variantId}`
  if (!row) throw new DomainError('not-found', `no stock of ${variantId}`)
  const changes = await listChanges(db, variantId, cursor)
  const page = changes.slice(0, pageSize)
  return {
    row: toStockView(row),
    holds: (await listHolds(db, variantId)).map(hold => ({
      ...hold,
      number: hold.number.toString(),
      until: hold.until.toISOString(),
    })),
    changes: page.map(toChange),
    nextCursor: changes.length > pageSize ? (page.at(-1)?.id.toString() ?? null) : null,
  }
}

const listChanges = (db: Tx, variantId: string, cursor: string | undefined): Promise<ChangeRow[]> => {
  const before = cursor === undefined ? null : BigInt(cursor)
  return db.$queryRaw<ChangeRow[]>`
    select c.id, c.at, c.kind, c.note, u.name as by, o.id as "orderId", o.number,
      c.available_before as "availableBefore", c.available_after as "availableAfter",
      c.reserved_before as "reservedBefore", c.reserved_after as "reservedAfter",
      c.sold_before as "soldBefore", c.sold_after as "soldAfter",
      c.written_off_before as "writtenOffBefore", c.written_off_after as "writtenOffAfter"
    from stock_change c left join "user" u on u.id = c.operator_id left join "order" o on o.id = c.order_id
    where c.variant_id = ${variantId} and (${before}::bigint is null or c.id < ${before})
    order by c.id desc limit ${pageSize + 1}`
}

const listHolds = (db: Tx, variantId: string): Promise<HoldRow[]> => db.$queryRaw<HoldRow[]>`
  select r.order_id as "orderId", o.number, r.quantity, r.expires_at as until, o.status
  from stock_reservation r join "order" o on o.id = r.order_id
  where r.variant_id = ${variantId} and r.status = 'HELD' order by r.created_at, r.order_id limit ${holdsMax}`

const toChange = (row: ChangeRow): StockLedger['changes'][number] => ({
  id: row.id.toString(),
  at: row.at.toISOString(),
  kind: row.kind,
  note: row.note,
  by: row.by,
  order: row.orderId === null ? null : { id: row.orderId, number: String(row.number) },
  before: {
    available: row.availableBefore,
    reserved: row.reservedBefore,
    sold: row.soldBefore,
    writtenOff: row.writtenOffBefore,
  },
  after: {
    available: row.availableAfter,
    reserved: row.reservedAfter,
    sold: row.soldAfter,
    writtenOff: row.writtenOffAfter,
  },
})
