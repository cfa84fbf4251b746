import { measureRecent } from '@makegood/db/today/measure-recent'
import type { Watch } from '../watch.ts'

/** Short enough to count every order of a rush at each scrape. */
const windowSeconds = 300
const recent = `in the last ${windowSeconds} seconds. Asked of Postgres at each scrape, by index.`

export const watchOrders: Watch = gauge => {
  const created = gauge('orders_created_recent', `Orders that were placed ${recent}`)
  const confirmed = gauge('orders_confirmed_recent', `Orders that were confirmed ${recent}`)
  const completed = gauge('orders_completed_recent', `Orders that were completed ${recent}`)
  const cancelled = gauge('orders_cancelled_recent', `Orders that were cancelled ${recent}`)
  const reservations = gauge('reservations_recent', `Reservations of stock by outcome, ${recent}`, ['outcome'])
  const payments = gauge('payments_recent', `Payments by outcome, ${recent}`, ['outcome'])
  const took = gauge(
    'order_processing_seconds',
    `From the request to pay until the order was confirmed; missing where none was, ${recent}`,
    ['quantile'],
  )
  return async db => {
    const counts = await measureRecent(db, windowSeconds)
    created.set(counts.created)
    confirmed.set(counts.confirmed)
    completed.set(counts.completed)
    cancelled.set(counts.cancelled)
    reservations.set({ outcome: 'ok' }, counts.reserved)
    reservations.set({ outcome: 'failed' }, counts.unreserved)
    payments.set({ outcome: 'ok' }, counts.paid)
    payments.set({ outcome: 'failed' }, counts.unpaid)
    took.reset()
    if (counts.confirmP50Seconds !== null) took.set({ quantile: '0.5' }, counts.confirmP50Seconds)
    if (counts.confirmP95Seconds !== null) took.set({ quantile: '0.95' }, counts.confirmP95Seconds)
  }
}
