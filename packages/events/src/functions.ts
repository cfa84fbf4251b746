import type { Inngest, InngestFunction } from 'inngest'
import { expireReservations } from './jobs/expire-reservations.ts'
import { settleLateCharges } from './jobs/settle-late-charges.ts'
import type { Deps } from './saga/deps.ts'
import { payOrder } from './sagas/pay-order/pay-order.ts'
import { reserveOrder } from './sagas/reserve-order/reserve-order.ts'

/** All functions of the shop, for the serve endpoint. */
export const createFunctions = (inngest: Inngest, deps: Deps): InngestFunction.Any[] => [
  reserveOrder(inngest, deps),
  payOrder(inngest, deps),
  expireReservations(inngest, deps),
  settleLateCharges(inngest, deps),
]
