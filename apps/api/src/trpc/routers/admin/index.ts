import { router } from '../../trpc.ts'
import { alertRouter } from './alert/index.ts'
import { catalogueRouter } from './catalogue/index.ts'
import { couponRouter } from './coupon/index.ts'
import { incidentRouter } from './incident/index.ts'
import { notificationRouter } from './notification/index.ts'
import { orderRouter } from './order/index.ts'
import { returnRouter } from './return/index.ts'
import { sagaRouter } from './saga/index.ts'
import { selfRouter } from './self/index.ts'
import { stockRouter } from './stock/index.ts'
import { todayRouter } from './today/index.ts'
import { viewRouter } from './view/index.ts'

export const adminRouter = router({
  today: todayRouter,
  alert: alertRouter,
  order: orderRouter,
  return: returnRouter,
  incident: incidentRouter,
  saga: sagaRouter,
  catalogue: catalogueRouter,
  stock: stockRouter,
  coupon: couponRouter,
  notification: notificationRouter,
  self: selfRouter,
  view: viewRouter,
})
