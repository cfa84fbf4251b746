import { router } from '../../trpc.ts'
import { accountRouter } from './account/index.ts'
import { addressRouter } from './address/index.ts'
import { cartRouter } from './cart/index.ts'
import { catalogueRouter } from './catalogue/index.ts'
import { couponRouter } from './coupon/index.ts'
import { deliveryRouter } from './delivery/index.ts'
import { notificationRouter } from './notification/index.ts'
import { orderRouter } from './order/index.ts'
import { paymentRouter } from './payment/index.ts'
import { restockRouter } from './restock/index.ts'
import { returnRouter } from './return/index.ts'
import { shopRouter } from './shop/index.ts'
import { walletRouter } from './wallet/index.ts'

export const storeRouter = router({
  catalogue: catalogueRouter,
  cart: cartRouter,
  order: orderRouter,
  return: returnRouter,
  payment: paymentRouter,
  coupon: couponRouter,
  delivery: deliveryRouter,
  shop: shopRouter,
  wallet: walletRouter,
  notification: notificationRouter,
  restock: restockRouter,
  account: accountRouter,
  address: addressRouter,
})
