import { writeAudit } from '../audit/write-audit.ts'
import { type Db, inTransaction, type Tx } from '../client.ts'
import { type ReturnRequest, requestReturn } from './request-return.ts'

type OperatorReturn = Omit<ReturnRequest, 'by' | 'owner'> & { readonly operatorId: string }

/** An operator asks for a return in the shopper's name, once for one client-made id, with its audit entry. */
export const requestReturnAsOperator = (db: Db, { operatorId, ...request }: OperatorReturn): Promise<void> =>
  inTransaction(db, async tx => {
    const { orderId, returnId, reason, note = '' } = request
    const before = await countReturns(tx, orderId)
    await requestReturn(tx, { ...request, by: 'operator' })
    if ((await countReturns(tx, orderId)) === before) return
    await writeAudit(tx, {
      actorKind: 'operator',
      actorId: operatorId,
      action: 'return.request',
      orderId,
      subject: returnId,
      reason,
      details: { note },
    })
  })

/** Of an order whose row is locked, so that the count cannot change but by this transaction. */
const countReturns = async (tx: Tx, orderId: string): Promise<number> => {
  await tx.$queryRaw`select 1 from "order" where id = ${orderId} for update`
  const [row] = await tx.$queryRaw<{ count: number }[]>`
    select count(*)::int as count from return_request where order_id = ${orderId}`
  return row?.count ?? 0
}
