import { type ListOrders, listOrdersInput } from '@makegood/core/order/order-filters'

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
type Search = Record<string, string | string[] | undefined>

const listed = (value: string | string[] | undefined): string[] =>
  (Array.isArray(value) ? value : [value ?? '']).flatMap(each => each.split(',')).filter(each => each !== '')

const { shape } = listOrdersInput

/** What an address asks of the order list; what cannot be understood is left out. */
export const readOrderQuery = (search: Search): OrderQuery => {
  const one = (name: string) => {
    const value = search[name]
    return typeof value === 'string' && value.trim() !== '' ? value : undefined
  }
  const known = <Part extends keyof typeof shape>(part: Part, value: unknown) => {
    const read = shape[part].safeParse(value)
    return read.success ? { [part]: read.data } : {}
  }
  const several = (part: 'statuses' | 'payments' | 'sagas', name: string) =>
    known(
      part,
      listed(search[name]).filter(each => shape[part].safeParse([each]).success),
    )
  const columns = orderColumns.filter(column => listed(search.columns).includes(column))
  return {
    ...listOrdersInput.parse({
      ...several('statuses', 'status'),
      ...several('payments', 'payment'),
      ...several('sagas', 'saga'),
      attention: search.attention === '1',
      ...known('delivery', one('delivery')),
      ...known('from', one('from')),
      ...known('to', one('to')),
      ...known('totalFrom', one('totalFrom')),
      ...known('totalTo', one('totalTo')),
      ...known('product', one('product')),
      ...known('q', one('q')),
      ...known('sort', one('sort')),
      ...known('cursor', one('cursor')),
    }),
    columns: columns.length > 0 ? columns : usualColumns,
  }
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

const typedFilters = ['from', 'to', 'totalFrom', 'totalTo', 'product', 'delivery'] as const

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
