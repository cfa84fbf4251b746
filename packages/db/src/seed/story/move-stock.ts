import type { Prisma } from '../../generated/prisma/client.ts'
import type { StoryOrder } from './plan-story.ts'
import { isPaid, movedAt } from './read-story-order.ts'

type Move = { readonly available: number; readonly reserved: number; readonly sold: number }
type StockMove = Move & { readonly orderId: string; readonly at: Date; readonly lines: StoryOrder['lines'] }

const put = { available: -1, reserved: 1, sold: 0 }
const sell = { available: 0, reserved: -1, sold: 1 }
const free = { available: 1, reserved: -1, sold: 0 }
const comeBack = { available: 1, reserved: 0, sold: -1 }

/** Moves the stock as the shop did for these orders, one after the other, each with its own entry in the ledger at its time. */
export const moveStock = async (tx: Prisma.TransactionClient, orders: readonly StoryOrder[]): Promise<void> => {
  const moves = orders.flatMap(stockMovesOf).sort((a, b) => a.at.getTime() - b.at.getTime())
  for (const { orderId, at, lines, available, reserved, sold } of moves) {
    const units = lines.map(({ variantId, quantity }) => ({ variantId, quantity }))
    await tx.$executeRaw`
      with why as (select set_config('makegood.stock_why', ${JSON.stringify({ orderId, at })}, true))
      update stock s set available = s.available + ${available}::int * u.quantity,
        reserved = s.reserved + ${reserved}::int * u.quantity, sold = s.sold + ${sold}::int * u.quantity, updated_at = ${at}
      from why, jsonb_to_recordset(${JSON.stringify(units)}::jsonb) as u("variantId" text, quantity int)
      where s.variant_id = u."variantId"`
  }
  await tx.$queryRaw`select set_config('makegood.stock_why', '', true)`
}

const stockMovesOf = (order: StoryOrder): readonly StockMove[] => {
  const { id: orderId, lines, moves, trouble } = order
  const cancelledAt = moves.find(({ to }) => to === 'CANCELLED')?.at ?? null
  const asked: readonly (readonly [Date | null, Move])[] = [
    [moves.find(({ to }) => to === 'STOCK_RESERVED')?.at ?? null, put],
    [movedAt(order, 'paid'), sell],
    // The goods of a refund that was refused go back to the shelf once its saga goes on.
    [trouble === 'refund-refused' ? null : cancelledAt, isPaid(order) ? comeBack : free],
    [movedAt(order, 'refunded'), comeBack],
  ]
  return asked.flatMap(([at, move]) => (at ? [{ orderId, lines, at, ...move }] : []))
}
