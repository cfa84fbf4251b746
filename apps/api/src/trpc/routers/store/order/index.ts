import { router } from '../../../trpc.ts'
import { cancelOrder } from './cancel-order.ts'
import { claimOrder } from './claim-order.ts'
import { confirmPurchase } from './confirm-purchase.ts'
import { findOrder } from './find-order.ts'
import { followOrder } from './follow-order.ts'
import { getCancelTerms } from './get-cancel-terms.ts'
import { getOrder } from './get-order.ts'
import { listOwnOrders } from './list-own-orders.ts'
import { lookAgain } from './look-again.ts'
import { payOrder } from './pay-order.ts'
import { placeOrder } from './place-order.ts'

export const orderRouter = router({
  place: placeOrder,
  pay: payOrder,
  lookAgain,
  get: getOrder,
  find: findOrder,
  list: listOwnOrders,
  follow: followOrder,
  getCancelTerms,
  cancel: cancelOrder,
  claim: claimOrder,
  confirmPurchase,
})
