import { DomainError } from '@makegood/core/errors'
import type { OrderStatus } from '@makegood/core/order/order-states'
import type { ReturnStatus } from '@makegood/core/return/return-reasons'
import type { Tx } from '../client.ts'

export type ReturnRow = {
  readonly id: string
  readonly orderId: string
  readonly status: ReturnStatus
  readonly whole: boolean
  readonly withoutGoods: boolean
  readonly refundMinor: bigint
  readonly orderStatus: OrderStatus
  readonly orderVersion: number
  readonly correlationId: string
}

/** A return with its order, the order locked first; throws `not-found`. */
export const lockReturn = async (tx: Tx, returnId: string): Promise<ReturnRow> => {
  const rows = await tx.$queryRaw<ReturnRow[]>`
    select r.id, r.order_id as "orderId", r.status, r.whole, r.without_goods as "withoutGoods",
      r.refund_minor as "refundMinor", o.status as "orderStatus", o.version as "orderVersion",
      o.correlation_id as "correlationId"
    from "order" o join return_request r on r.order_id = o.id where r.id = ${returnId} for update of o, r`
  const row = rows[0]
  if (!row) throw new DomainError('not-found', `no return ${returnId}`)
  return row
}

/** Refuses where the return is not in one of these states: somebody else has moved it on. */
export const assertReturnIs = (row: ReturnRow, ...statuses: readonly ReturnStatus[]): void => {
  if (!statuses.includes(row.status))
    throw new DomainError('return-moved-on', `the return is ${row.status}`, { status: row.status })
}
