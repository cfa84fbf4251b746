import { type ListOrders, listOrdersInput } from './order-filters.ts'

type Search = Readonly<Record<string, string | string[] | undefined>>

const { shape } = listOrdersInput

/** The values of a part of an address that may name several. */
export const listed = (value: string | string[] | undefined): string[] =>
  (Array.isArray(value) ? value : [value ?? '']).flatMap(each => each.split(',')).filter(each => each !== '')

/** What an address asks of the list of orders, for the page and for the file alike; what cannot be understood is left out. */
export const readOrderAddress = (search: Search): ListOrders => {
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
  return listOrdersInput.parse({
    ...several('statuses', 'status'),
    ...several('payments', 'payment'),
    ...several('sagas', 'saga'),
    attention: search.attention === '1',
    ...known('held', one('held')),
    ...known('delivery', one('delivery')),
    ...known('from', one('from')),
    ...known('to', one('to')),
    ...known('totalFrom', one('totalFrom')),
    ...known('totalTo', one('totalTo')),
    ...known('product', one('product')),
    ...known('q', one('q')),
    ...known('sort', one('sort')),
    ...known('cursor', one('cursor')),
  })
}
