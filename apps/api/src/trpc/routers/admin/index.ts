import { router } from '../../trpc.ts'
import { couponRouter } from './coupon/index.ts'
import { notificationRouter } from './notification/index.ts'
import { orderRouter } from './order/index.ts'

export const adminRouter = router({ order: orderRouter, coupon: couponRouter, notification: notificationRouter })
