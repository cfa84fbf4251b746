import { router } from '../../../trpc.ts'
import { getOrder } from './get-order.ts'
import { listOrders } from './list-orders.ts'

export const orderRouter = router({ list: listOrders, get: getOrder })
