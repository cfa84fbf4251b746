import type { Tx } from '../client.ts'

/**
 * What operators have given back of this order alone, one request apart. Many small ones are not many second pairs of eyes less.
 * Holds the order, so that of two at once the second sees the first, in the caller's transaction.
 */
export const givenAlone = async (tx: Tx, orderId: string, requestId: string): Promise<bigint> => {
  await tx.$queryRaw`select 1 from "order" where id = ${orderId} for update`
  return await readGivenAlone(tx, orderId, requestId)
}

/**
 * The same of now, with nothing held: parts of the money, returns whose goods do not come
 * back or were received before any carrier had them, and what was settled by hand.
 */
export const readGivenAlone = async (tx: Tx, orderId: string, requestId: string): Promise<bigint> => {
  const [given] = await tx.$queryRaw<{ minor: bigint }[]>`
    with given as (
      select id, amount_minor, 'refundRequestId' as name from refund_request where order_id = ${orderId}
      union all
      select id, refund_minor, 'returnId' from return_request where order_id = ${orderId}
        and (without_goods or (received_at is not null and picked_up_at is null))
    )
    select (coalesce(sum(amount_minor), 0)
      + (select coalesce(sum(settled_alone_minor), 0) from incident where order_id = ${orderId}))::bigint as minor
    from given g
    where g.id <> ${requestId} and not exists (
      select 1 from approval a where a.order_id = ${orderId} and a.state = 'APPLIED' and a.input ->> g.name = g.id
    )`
  return given?.minor ?? 0n
}
