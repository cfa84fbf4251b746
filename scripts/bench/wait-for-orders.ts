import type { Db } from '../../packages/db/src/client.ts'
import type { Waiting } from './shopper.ts'

const lookEveryMs = 5
/** The way of an order that goes well: one that is further on has been where it is waited for. */
const way = ['PENDING', 'STOCK_RESERVED', 'PAYMENT_PROCESSING', 'PAID', 'CONFIRMED', 'PREPARING', 'SHIPPING']
const timeoutMs = 30_000

type Wait = {
  readonly orderId: string
  readonly status: string
  readonly since: number
  done(): void
  fail(error: Error): void
}

/**
 * Waits for many orders with one small query each few milliseconds, so that the waiting itself costs next to nothing. In
 * the shop the pages are told by live subscriptions instead.
 */
export const watchOrders = (db: Db): Waiting & { stop(): void } => {
  const waits = new Set<Wait>()
  let looking = false
  const look = async (): Promise<void> => {
    if (looking || waits.size === 0) return
    looking = true
    try {
      const ids = [...waits].map(wait => wait.orderId)
      const rows = await db.$queryRaw<
        { id: string; status: string }[]
      >`select id, status from "order" where id = any(${ids})`
      const statusOf = new Map(rows.map(row => [row.id, row.status]))
      for (const wait of waits) settle(wait, statusOf.get(wait.orderId))
    } finally {
      looking = false
    }
  }
  const settle = (wait: Wait, status: string | undefined): void => {
    if (status !== undefined && way.indexOf(status) >= way.indexOf(wait.status)) wait.done()
    else if (status === 'CANCELLED') wait.fail(new Error(`order ${wait.orderId} was cancelled`))
    else if (performance.now() - wait.since > timeoutMs)
      wait.fail(new Error(`order ${wait.orderId} is still ${status}`))
    else return
    waits.delete(wait)
  }
  const fail = (error: Error): void => {
    for (const wait of waits) wait.fail(error)
    waits.clear()
  }
  const timer = setInterval(() => look().catch(fail), lookEveryMs)
  return {
    until: (orderId, status) =>
      new Promise((done, failed) => waits.add({ orderId, status, since: performance.now(), done, fail: failed })),
    stop: () => clearInterval(timer),
  }
}
