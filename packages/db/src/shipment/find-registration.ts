import { sagaIdOf } from '@makegood/core/saga/saga-starts'
import type { Tx } from '../client.ts'

/** A registration at the carrier that may have made a parcel, by its saga's step, which the carrier knows it by. */
export type Registration = { readonly sagaId: string; readonly stepId: string; readonly reopened: number }

const stepId = 'register-shipment'

/**
 * The registration of an order's parcel that the carrier was asked for and that nobody has taken back; null where the
 * carrier was never asked, said no at once, or has the parcel back.
 */
export const findRegistration = async (tx: Tx, orderId: string): Promise<Registration | null> => {
  const sagaId = sagaIdOf('fulfil-order', orderId)
  const rows = await tx.$queryRaw<{ reopened: number }[]>`
    select reopened from saga_step
    where saga_id = ${sagaId} and step_id = ${stepId} and undo_status is distinct from 'DONE'
      and (status in ('STARTED', 'FAILED') or (status = 'REFUSED' and attempts > 1))`
  const [row] = rows
  return row ? { sagaId, stepId, ...row } : null
}
