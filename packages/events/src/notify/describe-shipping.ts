import { readCompletionDue, readParcelFacts } from '@makegood/db/notification/read-parcel-facts'
import type { Describe } from './describe.ts'
import { commonOf, linesOf, parcelOf } from './order-words.ts'

export const describeShipped: Describe = async ({ db, webUrl }, { payload }, order) => {
  const parcel = await readParcelFacts(db, String(payload.shipmentId))
  if (!parcel) throw new Error(`no parcel ${String(payload.shipmentId)}`)
  return { ...commonOf(webUrl, order), lines: linesOf(order), parcel: parcelOf(parcel) }
}

export const describeDelivered: Describe = async ({ db, webUrl, policy }, { at }, order) => {
  const due = await readCompletionDue(db, order.orderId)
  const completesAt = due ?? new Date(at.getTime() + policy.completionSeconds * 1000)
  return { ...commonOf(webUrl, order), lines: linesOf(order), completesAt: completesAt.toISOString() }
}
