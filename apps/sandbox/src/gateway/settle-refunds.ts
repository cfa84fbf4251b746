import type { Pool } from 'pg'
import type { Logger } from 'pino'
import { inTransaction } from '../database/in-transaction.ts'
import { makeEvent } from '../webhooks/make-event.ts'
import type { GatewayContext } from './gateway-context.ts'
import type { Charge, Refund } from './stripe-objects.ts'

const settleEveryMs = 1000
const batchMax = 100

type DueRefund = { readonly refund: Refund; readonly charge: Charge; readonly settlesAs: 'succeeded' | 'failed' }

const settledRefund = ({ refund, settlesAs }: DueRefund): Refund =>
  settlesAs === 'failed'
    ? { ...refund, status: 'failed', failure_reason: 'expired_or_canceled_card' }
    : { ...refund, status: 'succeeded' }

/** What failed to go back counts as never given back. */
const settledCharge = ({ refund, charge, settlesAs }: DueRefund): Charge =>
  settlesAs === 'failed'
    ? { ...charge, amount_refunded: charge.amount_refunded - refund.amount, refunded: false }
    : charge

/** Ends one refund that is due, with its charge and the event that tells of it; false where none is. */
const settleOne = async (pool: Pool): Promise<boolean> =>
  await inTransaction(pool, async client => {
    const due = await client.query<DueRefund>(
      `select r.object as refund, c.object as charge, r.settles_as as "settlesAs"
       from refund r join charge c on c.id = r.charge_id
       where r.settles_at <= now() order by r.settles_at limit 1 for update skip locked`,
    )
    const row = due.rows[0]
    if (row === undefined) return false
    const refund = settledRefund(row)
    const event = makeEvent(refund.status === 'failed' ? 'refund.failed' : 'refund.updated', refund, null, Date.now())
    await client.query('update refund set object = $2, settles_at = null, settles_as = null where id = $1', [
      refund.id,
      JSON.stringify(refund),
    ])
    await client.query('update charge set object = $2 where id = $1', [
      row.charge.id,
      JSON.stringify(settledCharge(row)),
    ])
    await client.query('insert into webhook_event (id, type, payload, next_attempt_at) values ($1, $2, $3, now())', [
      event.id,
      event.type,
      event.payload,
    ])
    return true
  })

/** Ends the refunds whose card takes its time with them; a stopped sandbox goes on where it was. */
export const createRefundSettler = (context: GatewayContext, log: Logger) => {
  let timer: NodeJS.Timeout | undefined
  let settling: Promise<void> | undefined

  const settle = async (): Promise<void> => {
    let count = 0
    while (count < batchMax && (await settleOne(context.pool))) count += 1
    if (count > 0) context.events.sweepSoon()
  }
  const tick = (): void => {
    settling ??= settle()
      .catch((error: unknown) => log.error({ err: error }, 'could not end the refunds that are due'))
      .finally(() => {
        settling = undefined
      })
  }
  return {
    start: (): void => {
      timer = setInterval(tick, settleEveryMs)
    },
    stop: async (): Promise<void> => {
      clearInterval(timer)
      await settling
    },
  }
}
