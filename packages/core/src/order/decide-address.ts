import type { OrderStatus } from './order-states.ts'

const beforeLabel: readonly OrderStatus[] = ['PENDING', 'STOCK_RESERVED', 'PAYMENT_PROCESSING', 'PAID', 'CONFIRMED']

/** Whether an address can still be corrected: before a parcel bears it, or while the order waits with one that was refused or came back. */
export const canCorrectAddress = (status: OrderStatus, parcel: string | null): boolean =>
  parcel === null ? beforeLabel.includes(status) : status === 'SHIPPING' && ['REFUSED', 'RETURNED'].includes(parcel)
