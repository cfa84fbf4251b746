import type { IncidentKind } from '@makegood/core/saga/incident-kinds'
import type { Tx } from '../client.ts'
import { Prisma } from '../generated/prisma/client.ts'
import { closeGoneOn } from './close-gone-on.ts'

type Passed = {
  readonly orderId: string
  readonly kinds: readonly IncidentKind[]
  /** Only what is about this parcel. */
  readonly parcelId?: string
}

/**
 * Closes the incidents of an order whose matter is over by itself (the late parcel has left, the lost one has come), in the
 * transaction that ends it: nobody has anything to do there any more.
 */
export const closePassed = (tx: Tx, { orderId, kinds, parcelId }: Passed): Promise<void> =>
  closeGoneOn(
    tx,
    Prisma.sql`order_id = ${orderId} and kind = any(${[...kinds]})
      and (${parcelId ?? null}::text is null or step_id = ${parcelId ?? null})`,
  )
