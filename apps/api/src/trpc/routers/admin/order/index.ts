import { router } from '../../../trpc.ts'
import { cancelOrder } from './cancel-order.ts'
import { confirmMany } from './confirm-many.ts'
import { confirmOrder } from './confirm-order.ts'
import { getOrder } from './get-order.ts'
import { listOrders } from './list-orders.ts'

export const orderRouter = router({
  list: listOrders,
  get: getOrder,
  confirm: confirmOrder,
  confirmMany,
  cancel: cancelOrder,
})
