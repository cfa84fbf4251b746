import { DomainError } from '@makegood/core/errors'
import { orderChannel } from '@makegood/db/redis/order-channel'
import type { Redis } from 'ioredis'
import type { Logger } from 'pino'

export type OrderListener = {
  /** Resolves at the next change since the last call, at the latest after `waitMs` or when the signal aborts; never rejects. */
  next(waitMs: number, signal: AbortSignal): Promise<void>
  close(): void
}
export type OrderChanges = { listen(orderId: string, ownerKey: string): OrderListener; close(): void }

/**
 * Tells every follower in this process of changes to its order, over one Redis connection. It holds at most `perOwnerMax`
 * followers of one owner and `totalMax` in all. A message may be lost while Redis is away; so followers look again by
 * themselves, and all of them do as soon as the connection is back.
 */
export const createOrderChanges = (deps: {
  readonly subscriber: Redis
  readonly logger: Logger
  readonly perOwnerMax: number
  readonly totalMax: number
}): OrderChanges => {
  const followers = new Map<string, Set<() => void>>()
  const perOwner = new Map<string, number>()
  let total = 0

  const wake = (waiting: Iterable<() => void>): void => {
    for (const tell of [...waiting]) tell()
  }
  deps.subscriber.on('pmessage', (_pattern: string, channel: string) => wake(followers.get(channel) ?? []))
  const subscribe = (): void => {
    deps.subscriber.psubscribe(orderChannel('*')).catch((error: unknown) => {
      deps.logger.warn({ err: error }, 'Redis is away: followers look again every few seconds instead')
    })
    for (const waiting of followers.values()) wake(waiting)
  }
  deps.subscriber.on('ready', subscribe)
  if (deps.subscriber.status === 'ready') subscribe()

  const listen = (orderId: string, ownerKey: string): OrderListener => {
    const ofOwner = perOwner.get(ownerKey) ?? 0
    if (ofOwner >= deps.perOwnerMax || total >= deps.totalMax)
      throw new DomainError('too-many-requests', 'too many live views', { reason: 'live-views' })
    perOwner.set(ownerKey, ofOwner + 1)
    total += 1
    const channel = orderChannel(orderId)
    const waiting = followers.get(channel) ?? new Set()
    followers.set(channel, waiting)

    const bell = createBell()
    waiting.add(bell.ring)
    let open = true
    return {
      next: bell.heard,
      close: () => {
        if (!open) return
        open = false
        total -= 1
        waiting.delete(bell.ring)
        if (waiting.size === 0) followers.delete(channel)
        const left = (perOwner.get(ownerKey) ?? 1) - 1
        if (left === 0) perOwner.delete(ownerKey)
        else perOwner.set(ownerKey, left)
      },
    }
  }

  return {
    listen,
    close: () => deps.subscriber.disconnect(),
  }
}

/** A bell that remembers one ring: a change between two looks is never missed. */
const createBell = () => {
  let rung = false
  let answer: (() => void) | null = null
  return {
    ring: () => {
      rung = true
      answer?.()
    },
    heard: (waitMs: number, signal: AbortSignal) =>
      new Promise<void>(resolve => {
        const finish = () => {
          clearTimeout(timer)
          signal.removeEventListener('abort', finish)
          answer = null
          rung = false
          resolve()
        }
        const timer = setTimeout(finish, waitMs)
        answer = finish
        signal.addEventListener('abort', finish, { once: true })
        if (signal.aborted || rung) finish()
      }),
  }
}
