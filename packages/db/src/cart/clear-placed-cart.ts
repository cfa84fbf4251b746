import type { Tx } from '../client.ts'

/** Takes out of the cart what an order was placed from; what the shopper has added since stays. */
export const clearPlacedCart = async (tx: Tx, orderId: string): Promise<void> => {
  await tx.$executeRaw`
    delete from cart_line c using "order" o, order_line l
    where o.id = ${orderId} and l.order_id = o.id and c.cart_id = o.cart_id and c.variant_id = l.variant_id
      and c.quantity = l.quantity`
}
