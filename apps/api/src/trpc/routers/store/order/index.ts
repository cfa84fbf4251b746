import { router } from '../../../trpc.ts'
import { followOrder } from './follow-order.ts'
import { getOrder } from './get-order.ts'
import { listOwnOrders } from './list-own-orders.ts'
import { payOrder } from './pay-order.ts'
import { placeOrder } from './place-order.ts'

export const orderRouter = router({
  place: placeOrder,
  pay: payOrder,
  get: getOrder,
  list: listOwnOrders,
  follow: followOrder,
})
