import type { Carrier } from '@makegood/core/ports/carrier'
import type { Skies } from './skies.ts'

/** The real carrier behind the weather of the order that each call is for. */
export const shakeCarrier = (carrier: Carrier, skies: Skies): Carrier => ({
  register: request => {
    skies.remember(request.key, request.orderId)
    return skies.over({ id: request.orderId }).through('register a parcel', async () => {
      const answer = await carrier.register(request)
      if (answer.outcome === 'ok') skies.remember(answer.shipmentRef, request.orderId)
      return answer
    })
  },
  cancel: request =>
    skies
      .over({ key: request.key, ref: request.shipmentRef })
      .through('cancel a parcel', () => carrier.cancel(request)),
  findByKey: key => skies.over({ key }).through('find a parcel', () => carrier.findByKey(key)),
  track: shipmentRef => skies.over({ ref: shipmentRef }).through('track a parcel', () => carrier.track(shipmentRef)),
})
