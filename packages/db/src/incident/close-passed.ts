import type { IncidentKind } from '@makegood/core/saga/incident-kinds'
import type { Tx } from '../client.ts'
import { calmOrder } from './calm-order.ts'

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
export const closePassed = async (tx: Tx, { orderId, kinds, parcelId }: Passed): Promise<void> => {
  const closed = await tx.$executeRaw`
    update incident set resolved_at = now(), resolution = 'went-on', next_try_at = null
    where order_id = ${orderId} and resolved_at is null and kind = any(${[...kinds]})
      and (${parcelId ?? null}::text is null or step_id = ${parcelId ?? null})`
  if (closed > 0) await calmOrder(tx, orderId)
}
