export type PayOrderData = {
  readonly orderId: string
  readonly paymentId: string
  /** Which legs the payment has. */
  readonly card: boolean
  readonly wallet: boolean
}
