import type { ListStock } from '@makegood/core/stock/inputs'

type Search = Record<string, string | string[] | undefined>

const textOf = (value: Search[string], max: number): string | undefined =>
  typeof value === 'string' && value.trim() !== '' && value.length <= max ? value : undefined

/** What an address asks of the stock; what cannot be understood is left out. */
export const readStockQuery = (search: Search): ListStock => {
  const q = textOf(search.q, 200)
  const cursor = textOf(search.cursor, 100)
  return { ...(q ? { q } : {}), ...(search.low === '1' ? { low: true } : {}), ...(cursor ? { cursor } : {}) }
}

export const stockListAddress = ({ q, low, cursor }: ListStock): string => {
  const params = new URLSearchParams()
  if (q) params.set('q', q)
  if (low) params.set('low', '1')
  if (cursor) params.set('cursor', cursor)
  const text = params.toString()
  return text ? `/admin/stock?${text}` : '/admin/stock'
}
