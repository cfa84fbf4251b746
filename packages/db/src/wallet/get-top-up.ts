import type { TopUpView } from '@makegood/core/wallet/views'
import type { Tx } from '../client.ts'
import { toWire } from '../order/line-views.ts'

type ViewRow = Omit<TopUpView, 'amount' | 'openedAt'> & { amountMinor: bigint; currency: string; openedAt: Date }

/** A shopper's own top-up; null where it is nobody's or somebody else's. */
export const getTopUp = async (
  db: Tx,
  request: { readonly topUpId: string; readonly userId: string },
): Promise<TopUpView | null> => {
  const rows = await db.$queryRaw<ViewRow[]>`
    select id, amount_minor as "amountMinor", currency, status, action_url as "actionUrl",
      failure_reason as "failureReason", opened_at as "openedAt"
    from wallet_top_up where id = ${request.topUpId} and user_id = ${request.userId}`
  const [row] = rows
  if (!row) return null
  const { amountMinor, currency, openedAt, ...view } = row
  return { ...view, amount: toWire(amountMinor, currency), openedAt: openedAt.toISOString() }
}

export type OpenTopUpRow = {
  readonly topUpId: string
  readonly userId: string
  readonly amountMinor: bigint
  readonly currency: string
  readonly paymentMethod: string
  readonly chargeRef: string | null
}

/** A top-up that is still open, locked for the caller's transaction; null where it is settled. */
export const getOpenTopUp = async (tx: Tx, topUpId: string): Promise<OpenTopUpRow | null> => {
  const rows = await tx.$queryRaw<OpenTopUpRow[]>`
    select id as "topUpId", user_id as "userId", amount_minor as "amountMinor", currency,
      payment_method as "paymentMethod", charge_ref as "chargeRef"
    from wallet_top_up where id = ${topUpId} and status = 'OPEN' for update`
  return rows[0] ?? null
}
