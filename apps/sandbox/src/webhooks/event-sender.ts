import type { Logger } from 'pino'
import type { FaultTarget } from '../faults/fault-modes.ts'
import type { FaultSwitches } from '../faults/fault-switches.ts'
import type { DeliveryStore, PendingEvent } from './delivery-store.ts'
import type { PostPayload } from './post-payload.ts'
import { signPayload } from './sign-payload.ts'

export const deliveriesAtOnce = 8
const queueMax = 64
const leaseSeconds = 60
const sweepEveryMs = 1000
const flushAfterMs = 50

export type EventSender = {
  /** For how long a new event may be written as taken by this process: 0 where its queue is full. */
  leaseSeconds(): number
  /** Delivers an event that was just written; never blocks and never fails. */
  sendSoon(event: Pick<PendingEvent, 'id' | 'payload'>, leasedFor: number): void
  sweepSoon(): void
  forget(): void
  start(): Promise<void>
  stop(timeoutMs: number): Promise<void>
}

export type EventSenderParts = {
  readonly store: DeliveryStore
  readonly faults: FaultSwitches
  /** The switch that loses and doubles what is sent. */
  readonly faultTarget: Extract<FaultTarget, 'webhook' | 'carrier-webhook'>
  readonly post: PostPayload
  readonly secret: string
  readonly log: Logger
}

/**
 * Delivers each event at least once, eight at a time. A new event goes straight from memory; whatever memory has no room
 * for, a failure or a restart left behind is swept up from the table.
 */
export const createEventSender = ({ store, faults, faultTarget, post, secret, log }: EventSenderParts): EventSender => {
  let queue: PendingEvent[] = []
  const active = new Set<Promise<void>>()
  let delivered: string[] = []
  let flushTimer: NodeJS.Timeout | undefined
  let sweepTimer: NodeJS.Timeout | undefined
  let sweeping: Promise<void> | undefined
  let stopped = true
  /** The event that waits to be overtaken by the next one. */
  let overtaken: string | undefined

  const report = (task: string) => (error: unknown) => log.error({ err: error }, `could not ${task}`)

  const flush = async (): Promise<void> => {
    clearTimeout(flushTimer)
    flushTimer = undefined
    const ids = delivered
    delivered = []
    if (ids.length > 0)
      await store.markDelivered(ids).catch(report('mark events as delivered; they will be sent again'))
  }

  const releaseOvertaken = async (by: PendingEvent): Promise<void> => {
    const id = overtaken
    if (id === undefined) return
    overtaken = undefined
    if (id === by.id) return
    await store.release(id)
    sweepSoon()
  }

  const deliver = async (event: PendingEvent): Promise<void> => {
    const overtakes = overtaken !== undefined && overtaken !== event.id
    const fault = event.held || overtakes ? null : await faults.take(faultTarget)
    if (fault?.mode === 'lost') return await store.markLost(event.id, 'lost, as the switch says')
    if (fault?.mode === 'delayed') return await store.hold(event.id, fault.delayMs)
    if (fault?.mode === 'reordered' && overtaken === undefined) {
      overtaken = event.id
      return await store.hold(event.id, fault.delayMs)
    }
    try {
      await post(event.payload, signPayload(event.payload, secret, Date.now()))
      if (fault?.mode === 'duplicate') await post(event.payload, signPayload(event.payload, secret, Date.now()))
      delivered.push(event.id)
      flushTimer ??= setTimeout(flush, flushAfterMs)
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error)
      log.warn({ eventId: event.id, attempt: event.attempts + 1, reason }, 'event not delivered')
      await store.markFailed(event, reason)
    }
    await releaseOvertaken(event)
  }

  const pump = (): void => {
    while (!stopped && active.size < deliveriesAtOnce) {
      const event = queue.shift()
      if (event === undefined) return
      const work: Promise<void> = deliver(event)
        .catch(report('record a delivery; it will be tried again'))
        .finally(() => {
          active.delete(work)
          pump()
        })
      active.add(work)
    }
  }

  const sweep = async (): Promise<void> => {
    let room = queueMax - queue.length
    while (!stopped && room > 0) {
      const due = await store.claim(room, leaseSeconds)
      queue.push(...due)
      pump()
      if (due.length < room) return
      await Promise.race(active)
      room = queueMax - queue.length
    }
  }

  const sweepSoon = (): void => {
    if (stopped) return
    sweeping ??= sweep()
      .catch(report('read the events that are due'))
      .finally(() => {
        sweeping = undefined
      })
  }

  return {
    leaseSeconds: () => (stopped || queue.length >= queueMax ? 0 : leaseSeconds),
    sendSoon: (event, leasedFor) => {
      if (leasedFor === 0) return
      queue.push({ id: event.id, payload: event.payload, attempts: 0, held: false })
      pump()
    },
    sweepSoon,
    forget: () => {
      queue = []
      delivered = []
      overtaken = undefined
    },
    start: async () => {
      await store.makeAllDue()
      stopped = false
      sweepTimer = setInterval(sweepSoon, sweepEveryMs)
    },
    stop: async timeoutMs => {
      stopped = true
      clearInterval(sweepTimer)
      const limit = new Promise<void>(resolve => setTimeout(resolve, timeoutMs).unref())
      await Promise.race([Promise.all([...active, sweeping]), limit])
      await flush()
    },
  }
}
