import { readPickUpFacts } from '@makegood/db/notification/read-parcel-facts'
import { readReturnFacts } from '@makegood/db/notification/read-return-facts'
import type { Describe } from './describe.ts'
import { commonOf, moneyOf, parcelOf, returnedLinesOf } from './order-words.ts'

/** Says who fetches the goods; so it is not told before the pick-up is registered, which follows within a moment. */
export const describeReturnAccepted: Describe = async ({ db, webUrl }, { payload }, order) => {
  const returnId = String(payload.returnId)
  const pickUp = payload.withoutGoods === true ? null : await readPickUpFacts(db, returnId)
  if (!pickUp && payload.withoutGoods !== true) throw new Error(`the pick-up of ${returnId} is not registered yet`)
  const { lines, refundMinor } = await readReturnFacts(db, returnId)
  return {
    ...commonOf(webUrl, order),
    lines: returnedLinesOf(order, lines),
    refund: moneyOf(order, refundMinor),
    parcel: pickUp && parcelOf(pickUp),
  }
}

export const describeReturnRejected: Describe = async ({ db, webUrl }, { payload }, order) => {
  const { lines } = await readReturnFacts(db, String(payload.returnId))
  return { ...commonOf(webUrl, order), lines: returnedLinesOf(order, lines), reason: payload.reason }
}

export const describeReturnRefunded: Describe = async ({ db, webUrl }, { payload }, order) => {
  const { toCardMinor, toWalletMinor } = await readReturnFacts(db, String(payload.returnId))
  return {
    ...commonOf(webUrl, order),
    cause: 'return',
    toCard: moneyOf(order, toCardMinor),
    toWallet: moneyOf(order, toWalletMinor),
  }
}
