import { growingWaitSeconds } from '@makegood/core/growing-wait'
import { type DeliveryAnswer, recordsPerDeliveryMax } from '@makegood/core/ports/data-platform'
import { type ClaimedDelivery, claimDeliveries } from '@makegood/db/data-delivery/claim-deliveries'
import { letDeliveriesWait, markDelivered } from '@makegood/db/data-delivery/settle-deliveries'
import { openIncident } from '@makegood/db/saga/open-incident'
import { oneRoundAtATime } from '../reactions/one-round-at-a-time.ts'
import type { Deps } from '../saga/deps.ts'
import { messageOf } from '../saga/retry-schedule.ts'

const leaseSeconds = 60
const batchesMax = 40
/** Once the platform is back, everything that waited is due within five minutes. */
const wait = { firstSeconds: 5, longestSeconds: 5 * 60 }
/** A record that the platform refuses is tried again each day, in case somebody has mended it there. */
const refusedSeconds = 24 * 60 * 60

export type SentDeliveries = { readonly delivered: number }

/**
 * Sends the records that are due to the data platform, in batches, until none is left or the platform is in trouble. A
 * record waits, longer each time, for as long as it takes; the platform stores each once by its id. Never throws for the
 * platform's sake.
 */
export const sendDeliveries = async (deps: Deps): Promise<SentDeliveries> => {
  let delivered = 0
  for (let batch = 0; batch < batchesMax; batch += 1) {
    const claimed = await claimDeliveries(deps.db, recordsPerDeliveryMax, leaseSeconds)
    if (claimed.length === 0) break
    const taken = await sendBatch(deps, claimed)
    delivered += taken
    if (taken === 0 || claimed.length < recordsPerDeliveryMax) break
  }
  return { delivered }
}

/** As `sendDeliveries`, one at a time in a process, for those who have just written something. */
export const sendDeliveriesSoon = oneRoundAtATime(sendDeliveries)

const sendBatch = async (deps: Deps, claimed: readonly ClaimedDelivery[]): Promise<number> => {
  const answer = await ask(deps, claimed)
  if (answer.outcome === 'ok') {
    await markDelivered(
      deps.db,
      claimed.map(record => record.eventId),
    )
    return claimed.length
  }
  const refused = answer.outcome === 'refused' ? claimed.filter(of => answer.recordIds.includes(of.eventId)) : []
  if (refused.length === 0) {
    await letDeliveriesWait(deps.db, claimed.map(toWaiting), answer.detail)
    return 0
  }
  await setAside(deps, refused, answer.detail)
  const rest = claimed.filter(record => !refused.includes(record))
  return rest.length === 0 ? 0 : await sendBatch(deps, rest)
}

const ask = async ({ dataPlatform, logger }: Deps, claimed: readonly ClaimedDelivery[]): Promise<DeliveryAnswer> => {
  try {
    return await dataPlatform.deliver(
      claimed.map(({ eventId, name, record }) => ({ id: eventId, name, at: new Date(record.at), data: record.data })),
    )
  } catch (error) {
    logger.error({ error: messageOf(error) }, 'the data platform cannot be asked as we ask it; its records wait')
    return { outcome: 'retryable', detail: messageOf(error) }
  }
}

const toWaiting = ({ eventId, attempts }: ClaimedDelivery) => ({
  eventId,
  waitSeconds: growingWaitSeconds(attempts, wait),
})

/** Refused records would keep the others from arriving: they wait apart, in front of a person. */
const setAside = async ({ db, logger }: Deps, refused: readonly ClaimedDelivery[], detail: string): Promise<void> => {
  logger.error({ eventIds: refused.map(record => record.eventId), detail }, 'the data platform refuses records')
  for (const { eventId } of refused)
    await openIncident(db, {
      orderId: null,
      sagaId: `data-platform:${eventId}`,
      stepId: 'deliver',
      kind: 'event-failed',
      detail: `the data platform refuses this record: ${detail}`,
    })
  const waiting = refused.map(({ eventId }) => ({ eventId, waitSeconds: refusedSeconds }))
  await letDeliveriesWait(db, waiting, detail)
}
