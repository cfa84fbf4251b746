import type { Tx } from '../client.ts'

type FeePolicy = { readonly cancelFeePercent: number }

/**
 * The fee for cancelling this order: policy's, and none where the shop itself cannot send it. That is so when the carrier
 * has not taken it in time, and while its fulfilment has stopped and waits for a person; an outage that the shop still tries
 * to get over by itself is no such case.
 */
export const readFeePolicy = async (tx: Tx, orderId: string, policy: FeePolicy): Promise<FeePolicy> => {
  const [row] = await tx.$queryRaw<{ stuck: boolean }[]>`
    select exists (
      select 1 from incident i left join saga s on s.id = i.saga_id
      where i.order_id = ${orderId} and (i.kind = 'shipping-late' or (s.name = 'fulfil-order'
        and s.status = 'NEEDS_ATTENTION' and i.resolved_at is null and i.next_try_at is null))) as stuck`
  return { cancelFeePercent: row?.stuck ? 0 : policy.cancelFeePercent }
}
