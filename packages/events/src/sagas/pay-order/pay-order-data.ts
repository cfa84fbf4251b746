export type PayOrderData = { readonly orderId: string; readonly paymentId: string }
