import { router } from '../../trpc.ts'
import { orderRouter } from './order/index.ts'

export const adminRouter = router({ order: orderRouter })
