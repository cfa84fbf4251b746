import { countWaitingDeliveries } from '@makegood/db/data-delivery/count-deliveries'
import { bounded, mostCounted, type Watch } from '../watch.ts'

export const watchDataDeliveries: Watch = gauge => {
  const waiting = gauge('data_deliveries_waiting', `Records that wait for the data platform. ${bounded}`)
  return async db => waiting.set(await countWaitingDeliveries(db, mostCounted))
}
