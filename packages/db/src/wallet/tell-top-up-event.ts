import { type Db, inTransaction } from '../client.ts'
import { appendEvents } from '../outbox/append-events.ts'
import { newEvent } from '../outbox/new-event.ts'

type TopUpRow = { userId: string; status: string; givingUp: boolean; correlationId: string }

/**
 * Tells the shop that something happened to a top-up's charge at the gateway: an open one is woken; a charge that took money
 * for one that was given up is answered as late. Throws while it is being given up, as with a payment.
 */
export const tellTopUpEvent = (db: Db, topUpId: string, chargeRef: string | null): Promise<string> =>
  inTransaction(db, async tx => {
    const rows = await tx.$queryRaw<TopUpRow[]>`
      select user_id as "userId", status, correlation_id as "correlationId",
        exists (select 1 from saga s where s.id = 'top-up-wallet:' || t.id and s.direction = 'UNDOING') as "givingUp"
      from wallet_top_up t where id = ${topUpId} for update of t`
    const topUp = rows[0]
    if (chargeRef !== null && (topUp?.status === 'DECLINED' || topUp?.status === 'FAILED')) return lateTopUp
    if (topUp?.status !== 'OPEN') return 'nothing to do'
    if (topUp.givingUp && chargeRef !== null) throw new Error(`top-up ${topUpId} is being given up with ${chargeRef}`)
    await appendEvents(tx, topUp.correlationId, [newEvent('wallet/top-up.changed', { topUpId, userId: topUp.userId })])
    return 'top-up woken'
  })

export const lateTopUp = 'late top-up'
