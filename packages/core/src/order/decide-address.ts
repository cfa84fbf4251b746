import type { OrderStatus } from './order-states.ts'

const beforeLabel: readonly OrderStatus[] = ['PENDING', 'STOCK_RESERVED', 'PAYMENT_PROCESSING', 'PAID', 'CONFIRMED']
const onItsWay: readonly OrderStatus[] = ['PREPARING', 'SHIPPING']

/**
 * Why an address cannot be corrected any more; null where it can: before a parcel bears it, or while the order waits with one
 * that was refused or came back. What has arrived, comes back or is over goes nowhere.
 */
export const findAddressRefusal = (
  status: OrderStatus,
  parcel: string | null,
): 'address-on-label' | 'address-not-needed' | null => {
  if (status === 'SHIPPING' && parcel !== null && ['REFUSED', 'RETURNED'].includes(parcel)) return null
  if (beforeLabel.includes(status)) return parcel === null ? null : 'address-on-label'
  return onItsWay.includes(status) ? 'address-on-label' : 'address-not-needed'
}
