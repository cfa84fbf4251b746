import { measureOutboxLag } from '@makegood/db/outbox/measure-outbox-lag'
import { bounded, mostCounted, type Watch } from '../watch.ts'

export const watchOutbox: Watch = gauge => {
  const unsent = gauge('outbox_unsent_events', `Events that have not reached the engine. ${bounded}`)
  const lag = gauge(
    'outbox_lag_seconds',
    'The age of the oldest event that has not reached the engine; 0 where none waits.',
  )
  return async db => {
    const measured = await measureOutboxLag(db, mostCounted)
    unsent.set(measured.unsent)
    lag.set(measured.lagSeconds)
  }
}
