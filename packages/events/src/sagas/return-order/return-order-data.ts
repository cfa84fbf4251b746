export type ReturnOrderData = { readonly orderId: string; readonly returnId: string; readonly withoutGoods: boolean }
