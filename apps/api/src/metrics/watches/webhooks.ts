import { countUnhandledWebhooks } from '@makegood/db/webhook/count-unhandled-webhooks'
import { bounded, mostCounted, type Watch } from '../watch.ts'

export const watchWebhooks: Watch = gauge => {
  const unhandled = gauge('webhooks_unhandled', `Stored webhooks on which nothing was done yet. ${bounded}`)
  const oldest = gauge(
    'webhooks_oldest_seconds',
    'For how long the oldest of them has been there; 0 where there is none.',
  )
  return async db => {
    const counts = await countUnhandledWebhooks(db, mostCounted)
    unhandled.set(counts.unhandled)
    oldest.set(counts.oldestSeconds)
  }
}
