export type PayOrderData = {
  readonly orderId: string
  readonly paymentId: string
  /** Which legs the payment has. */
  readonly card: boolean
  readonly wallet: boolean
  /** Whether the order has a coupon. */
  readonly coupon: boolean
}
