import { countNotifications } from '@makegood/db/notification/count-notifications'
import { bounded, mostCounted, type Watch } from '../watch.ts'

export const watchNotifications: Watch = gauge => {
  const waiting = gauge('notifications_waiting', `Messages to shoppers that wait to be sent. ${bounded}`)
  const failed = gauge('notifications_failed', `Messages to shoppers that failed for good and are listed. ${bounded}`)
  return async db => {
    const counts = await countNotifications(db, mostCounted)
    waiting.set(counts.waiting)
    failed.set(counts.failed)
  }
}
