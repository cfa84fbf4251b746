import { router } from '../../trpc.ts'
import { alertRouter } from './alert/index.ts'
import { approvalRouter } from './approval/index.ts'
import { auditRouter } from './audit/index.ts'
import { catalogueRouter } from './catalogue/index.ts'
import { couponRouter } from './coupon/index.ts'
import { customerRouter } from './customer/index.ts'
import { incidentRouter } from './incident/index.ts'
import { notificationRouter } from './notification/index.ts'
import { orderRouter } from './order/index.ts'
import { reconciliationRouter } from './reconciliation/index.ts'
import { returnRouter } from './return/index.ts'
import { sagaRouter } from './saga/index.ts'
import { selfRouter } from './self/index.ts'
import { settingsRouter } from './settings/index.ts'
import { shipmentRouter } from './shipment/index.ts'
import { stockRouter } from './stock/index.ts'
import { systemRouter } from './system/index.ts'
import { teamRouter } from './team/index.ts'
import { todayRouter } from './today/index.ts'
import { viewRouter } from './view/index.ts'

export const adminRouter = router({
  system: systemRouter,
  settings: settingsRouter,
  audit: auditRouter,
  today: todayRouter,
  alert: alertRouter,
  order: orderRouter,
  return: returnRouter,
  incident: incidentRouter,
  saga: sagaRouter,
  reconciliation: reconciliationRouter,
  catalogue: catalogueRouter,
  stock: stockRouter,
  shipment: shipmentRouter,
  coupon: couponRouter,
  notification: notificationRouter,
  self: selfRouter,
  view: viewRouter,
  team: teamRouter,
  customer: customerRouter,
  approval: approvalRouter,
})
