import { finalStatuses } from '@makegood/core/order/order-states'
import { openReturnStatuses } from '@makegood/core/return/return-reasons'
import type { RemovalObstacle, RemovalTerms } from '@makegood/core/user/removal'
import type { Tx } from '../client.ts'

type Row = Record<'openOrder' | 'moneyUnderWay' | 'holdsMoney' | 'operator', boolean> & {
  orders: bigint
  addresses: bigint
}

/** What stands against removing this account at this moment, and what would go with it; null where there is no such account. */
export const readRemovalTerms = async (db: Tx, userId: string): Promise<RemovalTerms | null> => {
  const [row] = await db.$queryRaw<Row[]>`
    select u.role <> 'shopper' as operator,
      exists (select 1 from "order" o where o.user_id = u.id and (o.cancelling or not o.status = any(${[...finalStatuses]})
        or exists (select 1 from return_request r where r.order_id = o.id and r.status = any(${[...openReturnStatuses]})))
      ) as "openOrder",
      exists (select 1 from wallet_top_up t where t.user_id = u.id and t.status = 'OPEN')
        or exists (select 1 from "order" o join refund f on f.order_id = o.id where o.user_id = u.id and f.done_at is null)
        or exists (select 1 from "order" o join payment p on p.order_id = o.id where o.user_id = u.id and p.status = 'OPEN')
        or exists (select 1 from "order" o join saga s on s.order_id = o.id
          where o.user_id = u.id and s.status in ('RUNNING', 'NEEDS_ATTENTION')) as "moneyUnderWay",
      coalesce((select w.balance_minor > 0 from wallet w where w.user_id = u.id), false) as "holdsMoney",
      (select count(*) from "order" o where o.user_id = u.id) as orders,
      (select count(*) from address a where a.user_id = u.id) as addresses
    from "user" u where u.id = ${userId} and u.deleted_at is null`
  if (!row) return null
  const found: readonly (readonly [RemovalObstacle, boolean])[] = [
    ['open-order', row.openOrder],
    // Of an open order the money is part of the order.
    ['money-under-way', row.moneyUnderWay && !row.openOrder],
    ['wallet-holds-money', row.holdsMoney],
    ['operator', row.operator],
  ]
  return {
    obstacles: found.flatMap(([obstacle, stands]) => (stands ? [obstacle] : [])),
    orders: Number(row.orders),
    addresses: Number(row.addresses),
  }
}
