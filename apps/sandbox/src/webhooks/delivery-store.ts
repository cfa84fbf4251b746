import type { Pool } from 'pg'

/** Who is told: each receiver has its own address, secret and switch. */
export type WebhookReceiver = 'payment' | 'carrier'

export type PendingEvent = {
  readonly id: string
  readonly payload: string
  readonly attempts: number
  /** A switch has held it back already; now it is sent. */
  readonly held: boolean
}

export const attemptsMax = 20
const firstWaitSeconds = 1
const longestWaitSeconds = 300

/** Doubles from a second to five minutes; 20 attempts reach over an hour. */
export const waitAfter = (attempts: number): number =>
  Math.min(firstWaitSeconds * 2 ** (attempts - 1), longestWaitSeconds)

export type DeliveryStore = {
  /** Takes events that are due, each by one taker, for so many seconds. */
  claim(count: number, leaseSeconds: number): Promise<readonly PendingEvent[]>
  markDelivered(ids: readonly string[]): Promise<void>
  markFailed(event: PendingEvent, reason: string): Promise<void>
  markLost(id: string, reason: string): Promise<void>
  /** Puts an event off, once: when its time has come, no switch holds it back again. */
  hold(id: string, forMs: number): Promise<void>
  /** Ends the wait of an event that is held back. */
  release(id: string): Promise<void>
  /** Makes everything open due now: what an ended process had taken, and what was waiting for a better time. */
  makeAllDue(): Promise<void>
}

/** The open deliveries to one receiver; those to another are none of its business. */
export const createDeliveryStore = (pool: Pool, receiver: WebhookReceiver): DeliveryStore => ({
  claim: async (count, leaseSeconds) => {
    const claimed = await pool.query<PendingEvent>({
      name: 'claim-events',
      text: `update webhook_event set next_attempt_at = now() + make_interval(secs => $2)
             where id in (select id from webhook_event
                          where receiver = $3 and delivered_at is null and given_up_at is null and next_attempt_at <= now()
                          order by next_attempt_at limit $1 for update skip locked)
             returning id, payload, attempts, held`,
      values: [count, leaseSeconds, receiver],
    })
    return claimed.rows
  },
  markDelivered: async ids => {
    await pool.query({
      name: 'mark-delivered',
      text: 'update webhook_event set delivered_at = now(), attempts = attempts + 1, last_error = null where id = any($1)',
      values: [ids],
    })
  },
  markFailed: async (event, reason) => {
    const attempts = event.attempts + 1
    await pool.query(
      `update webhook_event set attempts = $2, last_error = $3, next_attempt_at = now() + make_interval(secs => $4),
              given_up_at = case when $5 then now() end
       where id = $1`,
      [event.id, attempts, reason.slice(0, 300), waitAfter(attempts), attempts >= attemptsMax],
    )
  },
  markLost: async (id, reason) => {
    await pool.query('update webhook_event set given_up_at = now(), last_error = $2 where id = $1', [id, reason])
  },
  hold: async (id, forMs) => {
    await pool.query(
      'update webhook_event set held = true, next_attempt_at = now() + make_interval(secs => $2) where id = $1',
      [id, forMs / 1000],
    )
  },
  release: async id => {
    await pool.query('update webhook_event set next_attempt_at = now() where id = $1 and delivered_at is null', [id])
  },
  makeAllDue: async () => {
    await pool.query(
      'update webhook_event set next_attempt_at = now() where receiver = $1 and delivered_at is null and given_up_at is null',
      [receiver],
    )
  },
})
