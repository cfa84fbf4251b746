/** The Redis channel that says "this order changed"; who listens reads the order anew from the database. */
export const orderChannel = (orderId: string): string => `order-changed:${orderId}`
