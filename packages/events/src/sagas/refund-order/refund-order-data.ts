export type RefundOrderData = { readonly orderId: string; readonly refundRequestId: string }
