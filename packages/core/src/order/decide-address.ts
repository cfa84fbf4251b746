import type { OrderStatus } from './order-states.ts'

const beforeLabel: readonly OrderStatus[] = ['PENDING', 'STOCK_RESERVED', 'PAYMENT_PROCESSING', 'PAID', 'CONFIRMED']

/** Whether an address can still be corrected: before a parcel bears it, or after the parcel was refused or came back. */
export const canCorrectAddress = (status: OrderStatus, parcel: string | null): boolean =>
  parcel === null ? beforeLabel.includes(status) : ['REFUSED', 'RETURNED'].includes(parcel)
