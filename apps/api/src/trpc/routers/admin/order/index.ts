import { router } from '../../../trpc.ts'
import { cancelMany } from './cancel-many.ts'
import { cancelOrder } from './cancel-order.ts'
import { confirmMany } from './confirm-many.ts'
import { confirmOrder } from './confirm-order.ts'
import { countNewer } from './count-newer.ts'
import { exportOrders } from './export-orders.ts'
import { getOrder } from './get-order.ts'
import { listOrders } from './list-orders.ts'
import { retryMany } from './retry-many.ts'

export const orderRouter = router({
  list: listOrders,
  get: getOrder,
  confirm: confirmOrder,
  confirmMany,
  cancel: cancelOrder,
  cancelMany,
  retryMany,
  countNewer,
  export: exportOrders,
})
