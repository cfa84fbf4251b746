import { router } from '../../trpc.ts'
import { couponRouter } from './coupon/index.ts'
import { incidentRouter } from './incident/index.ts'
import { notificationRouter } from './notification/index.ts'
import { orderRouter } from './order/index.ts'
import { returnRouter } from './return/index.ts'
import { sagaRouter } from './saga/index.ts'

export const adminRouter = router({
  order: orderRouter,
  return: returnRouter,
  incident: incidentRouter,
  saga: sagaRouter,
  coupon: couponRouter,
  notification: notificationRouter,
})
