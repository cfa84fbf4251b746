import { type OrderStatus, orderStatuses } from '@makegood/core/order/order-states'

export type OrderQuery = { readonly status?: OrderStatus; readonly cursor?: string }

/** What an address asks of the order list; what cannot be understood is left out. */
export const readOrderQuery = (search: Record<string, string | string[] | undefined>): OrderQuery => {
  const status = orderStatuses.find(known => known === search.status)
  const cursor = typeof search.cursor === 'string' && search.cursor.length <= 100 ? search.cursor : undefined
  return { ...(status ? { status } : {}), ...(cursor ? { cursor } : {}) }
}

export const orderListAddress = ({ status, cursor }: OrderQuery): string => {
  const query = new URLSearchParams()
  if (status) query.set('status', status)
  if (cursor) query.set('cursor', cursor)
  const text = query.toString()
  return text ? `/admin/orders?${text}` : '/admin/orders'
}
