import { router } from '../../../trpc.ts'
import { cancelOrder } from './cancel-order.ts'
import { confirmPurchase } from './confirm-purchase.ts'
import { followOrder } from './follow-order.ts'
import { getCancelTerms } from './get-cancel-terms.ts'
import { getOrder } from './get-order.ts'
import { listOwnOrders } from './list-own-orders.ts'
import { lookAgain } from './look-again.ts'
import { openByLink } from './open-by-link.ts'
import { payOrder } from './pay-order.ts'
import { placeOrder } from './place-order.ts'

export const orderRouter = router({
  place: placeOrder,
  pay: payOrder,
  lookAgain,
  get: getOrder,
  openByLink,
  list: listOwnOrders,
  follow: followOrder,
  getCancelTerms,
  cancel: cancelOrder,
  confirmPurchase,
})
