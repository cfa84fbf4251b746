import { type Db, inTransaction } from '../client.ts'
import { appendEvents } from '../outbox/append-events.ts'
import { newEvent } from '../outbox/new-event.ts'

/** Tells the shop that something happened to a top-up's charge at the gateway: an open one is woken. Answers what it did. */
export const tellTopUpEvent = (db: Db, topUpId: string): Promise<string> =>
  inTransaction(db, async tx => {
    const rows = await tx.$queryRaw<{ userId: string; status: string; correlationId: string }[]>`
      select user_id as "userId", status, correlation_id as "correlationId" from wallet_top_up
      where id = ${topUpId} for update`
    const topUp = rows[0]
    if (topUp?.status !== 'OPEN') return 'nothing to do'
    await appendEvents(tx, topUp.correlationId, [newEvent('wallet/top-up.changed', { topUpId, userId: topUp.userId })])
    return 'top-up woken'
  })
