import { type ListOrders, listOrdersInput } from '@makegood/core/order/order-filters'
import { listed, readOrderAddress } from '@makegood/core/order/read-order-address'

/** The columns of the list, in their order; the number is always there. */
export const orderColumns = [
  'placedAt',
  'status',
  'payment',
  'saga',
  'goods',
  'recipient',
  'email',
  'phone',
  'delivery',
  'items',
  'total',
] as const
export type OrderColumn = (typeof orderColumns)[number]
export const usualColumns: readonly OrderColumn[] = [
  'placedAt',
  'status',
  'payment',
  'saga',
  'goods',
  'recipient',
  'total',
]

export type OrderQuery = ListOrders & { readonly columns: readonly OrderColumn[] }
type Search = Readonly<Record<string, string | string[] | undefined>>

/** What an address asks of the order list, and in which columns. */
export const readOrderQuery = (search: Search): OrderQuery => {
  const asked = listed(search.columns)
  const columns = orderColumns.filter(column => asked.includes(column))
  return { ...readOrderAddress(search), columns: columns.length > 0 ? columns : usualColumns }
}

/** The query of the address that asks for this: the same list for whoever it is sent to. */
export const orderListSearch = (query: OrderQuery): string => {
  const search = new URLSearchParams()
  const { statuses, payments, sagas, attention, sort, columns, ...rest } = query
  const put = (name: string, values: readonly string[]) => values.length > 0 && search.set(name, values.join(','))
  put('status', statuses)
  put('payment', payments)
  put('saga', sagas)
  if (attention) search.set('attention', '1')
  for (const [name, value] of Object.entries(rest)) if (value) search.set(name, value)
  if (sort !== 'newest') search.set('sort', sort)
  if (columns.join() !== usualColumns.join()) put('columns', columns)
  return search.toString()
}

export const orderListAddress = (query: OrderQuery): string => {
  const search = orderListSearch(query)
  return search ? `/admin/orders?${search}` : '/admin/orders'
}

/** The filters of a query, as the api takes them. */
export const askOf = ({ columns: _, ...ask }: OrderQuery): ListOrders => ask

/** The same list from its beginning. */
export const fromStart = ({ cursor: _, ...query }: OrderQuery): OrderQuery => query

const typedFilters = ['from', 'to', 'totalFrom', 'totalTo', 'product', 'held', 'delivery'] as const

/** How many of the filters are set that are typed and not ticked. */
export const countTyped = (query: OrderQuery): number => typedFilters.filter(name => query[name]).length

/** The query with what a form says of what is typed; what the form does not have stays as it was. */
export const withTyped = (query: OrderQuery, form: FormData): OrderQuery => {
  const search = Object.fromEntries(new URLSearchParams(orderListSearch(fromStart(query))))
  for (const name of ['q', ...typedFilters]) {
    const value = form.get(name)
    if (typeof value === 'string') search[name] = value
  }
  return readOrderQuery(search)
}

/** Every order, in the same sort and columns. */
export const withoutFilters = ({ sort, columns }: OrderQuery): OrderQuery => ({
  ...listOrdersInput.parse({ sort }),
  columns,
})
