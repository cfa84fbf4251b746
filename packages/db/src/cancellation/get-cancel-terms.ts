import { decideCancelTerms } from '@makegood/core/cancellation/decide-cancel-terms'
import type { CancelTermsView } from '@makegood/core/cancellation/views'
import { DomainError } from '@makegood/core/errors'
import type { Canceller } from '@makegood/core/order/decide-cancellation'
import type { OrderStatus } from '@makegood/core/order/order-states'
import type { Tx } from '../client.ts'
import { toWire } from '../order/line-views.ts'
import { assertOwner, type Owner } from '../order/owner.ts'
import { hasParcelLeft } from './has-parcel-left.ts'
import { readFeePolicy } from './read-fee-policy.ts'

type Row = {
  status: OrderStatus
  currency: string
  cancelling: boolean
  parcelLeft: boolean
  takenMinor: bigint | null
  cardMinor: bigint | null
  walletMinor: bigint | null
}

type Request = {
  readonly orderId: string
  readonly by: Canceller
  /** Set for a shopper: an order that is not theirs does not exist. */
  readonly owner?: Owner
  readonly policy: { readonly cancelFeePercent: number }
}

/** What a cancellation of this order would come to now; nothing is written. Throws `not-found`. */
export const getCancelTerms = async (db: Tx, { orderId, by, owner, policy }: Request): Promise<CancelTermsView> => {
  if (owner) assertOwner(owner)
  const [row] = await db.$queryRaw<Row[]>`
    select o.status, o.currency, p.amount_minor as "takenMinor", p.card_minor - p.card_refunded_minor as "cardMinor",
      p.wallet_minor - p.wallet_refunded_minor as "walletMinor",
      exists (select 1 from cancellation c where c.order_id = o.id and c.status = 'REQUESTED') as cancelling,
      ${hasParcelLeft} as "parcelLeft"
    from "order" o left join payment p on p.order_id = o.id and p.status = 'SUCCEEDED'
    where o.id = ${orderId}
      and (${!owner} or o.user_id = ${owner?.userId ?? null} or o.visitor_hash = ${owner?.visitorHash ?? null})`
  if (!row) throw new DomainError('not-found', `no order ${orderId} of this owner`)
  const { status, currency, cancelling, parcelLeft, takenMinor, cardMinor, walletMinor } = row
  const paid = takenMinor === null ? null : { takenMinor, cardMinor: cardMinor ?? 0n, walletMinor: walletMinor ?? 0n }
  const terms = decideCancelTerms(
    { status, cancelling, parcelLeft, paid },
    by,
    await readFeePolicy(db, orderId, policy),
  )
  const none = { feeMinor: 0n, cardMinor: 0n, walletMinor: 0n }
  const { feeMinor, cardMinor: toCard, walletMinor: toWallet } = terms.allowed ? terms : none
  return {
    refusal: terms.allowed ? null : terms.refusal,
    fee: toWire(feeMinor, currency),
    toCard: toWire(toCard, currency),
    toWallet: toWire(toWallet, currency),
    paymentUnderWay: terms.allowed && status === 'PAYMENT_PROCESSING',
  }
}
