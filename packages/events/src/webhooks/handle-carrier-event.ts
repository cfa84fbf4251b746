import { readCarrierEvent } from '@makegood/adapters/carrier/read-carrier-event'
import { inTransaction } from '@makegood/db/client'
import { applyCarrierEvent } from '@makegood/db/shipment/apply-carrier-event'
import type { Deps } from '../saga/deps.ts'

/** What the carrier tells about a parcel: the parcel and its order move forward by it, never back, in whatever order it comes. */
export const handleCarrierEvent = (deps: Deps, body: unknown): Promise<string> => {
  const event = readCarrierEvent(body)
  if (!event) return Promise.resolve('nothing to do')
  return inTransaction(deps.db, tx => applyCarrierEvent(tx, event, deps.policy.completionSeconds))
}
