import { DomainError } from '@makegood/core/errors'
import type { Tx } from '../client.ts'
import { assertOwner, type Owner } from '../order/owner.ts'
import { newEvent } from '../outbox/new-event.ts'
import { tellEvents } from '../outbox/tell-events.ts'

type Request = { readonly orderId: string; readonly paymentId: string; readonly owner: Owner }

/**
 * Wakes whoever waits for this payment of the owner's own order, so that the gateway is asked anew; the caller says
 * nothing about what it will answer. `told: false` where the payment is settled already. Throws `not-found`.
 */
export const lookAgain = async (
  db: Tx,
  { orderId, paymentId, owner }: Request,
): Promise<{ readonly told: boolean }> => {
  assertOwner(owner)
  const [row] = await db.$queryRaw<{ found: bigint; told: bigint }[]>`
    with found as (
      select p.status, o.correlation_id from payment p join "order" o on o.id = p.order_id
      where p.id = ${paymentId} and o.id = ${orderId}
        and (o.user_id = ${owner.userId} or o.visitor_hash = ${owner.visitorHash})
    ), waiting as (select correlation_id from found where status = 'OPEN'),
    ${tellEvents('waiting', [newEvent('payment/changed', { orderId, paymentId })])}
    select (select count(*) from found) as found, (select count(*) from waiting) as told`
  if (!row?.found) throw new DomainError('not-found', `no payment ${paymentId} of this owner`)
  return { told: row.told > 0n }
}
