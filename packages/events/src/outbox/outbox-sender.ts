import type { Db } from '@makegood/db/client'
import { type ClaimedEvent, claimEvents } from '@makegood/db/outbox/claim-events'
import { giveEventsBack } from '@makegood/db/outbox/settle-events'
import type { Redis } from '@makegood/db/redis/create-redis'
import { orderChannel } from '@makegood/db/redis/order-channel'
import type { Inngest } from 'inngest'
import type { Logger } from 'pino'
import { messageOf } from '../saga/retry-schedule.ts'
import { idsOf, sendEvents } from './send-events.ts'

const batchMax = 200
/** Longer than a request may take, and short, because what a killed process had claimed waits for so long. */
const leaseSeconds = 8
const relayEveryMs = 1000

export type OutboxSender = { nudge(): void; start(): void; stop(): Promise<void> }

/**
 * Sends what is in the outbox: at once after `nudge`, and every second whatever a crash or a failed send left behind. One
 * batch at a time in a process, so that events of many orders share a request under load; several processes share the
 * work by claims. An event is sent at least once, always with the outbox id as its id; one that the engine refuses waits
 * apart and holds no other up.
 */
export const createOutboxSender = (deps: {
  readonly db: Db
  readonly inngest: Inngest
  readonly redis: Redis
  readonly logger: Logger
}): OutboxSender => {
  let wanted = false
  let stopped = false
  let working: Promise<void> | null = null
  let relay: NodeJS.Timeout | null = null

  const work = async (): Promise<void> => {
    while (wanted) {
      wanted = false
      if ((await sendBatch(deps)) === batchMax) wanted = true
    }
  }

  const nudge = (): void => {
    wanted = true
    if (working || stopped) return
    working = work().then(
      () => {
        working = null
        // Somebody may have asked between the last look and here.
        if (wanted) nudge()
      },
      error => {
        working = null
        deps.logger.error({ error: messageOf(error) }, 'the outbox could not be sent; the relay tries again')
      },
    )
  }

  return {
    nudge,
    start: () => {
      relay = setInterval(nudge, relayEveryMs)
      nudge()
    },
    stop: async () => {
      stopped = true
      if (relay) clearInterval(relay)
      await working
    },
  }
}

const sendBatch = async (deps: Parameters<typeof createOutboxSender>[0]): Promise<number> => {
  const events = await claimEvents(deps.db, batchMax, leaseSeconds)
  if (events.length === 0) return 0
  try {
    await Promise.all([sendEvents(deps, events), tellFollowers(deps, events)])
  } catch (error) {
    // What was sent before is marked already and stays so.
    await giveEventsBack(deps.db, idsOf(events), messageOf(error))
    throw error
  }
  return events.length
}

/** Pages that follow an order hear of it at once; a lost message costs them only the wait until their next look. */
const tellFollowers = async (
  { redis, logger }: Parameters<typeof createOutboxSender>[0],
  events: readonly ClaimedEvent[],
): Promise<void> => {
  const orderIds = new Set(events.flatMap(event => event.payload.orderId ?? []))
  try {
    await Promise.all([...orderIds].map(orderId => redis.publish(orderChannel(orderId), '')))
  } catch (error) {
    logger.warn({ error: messageOf(error) }, 'Redis is away: followers see the change at their next look')
  }
}
