import type { ListAllProducts } from '@makegood/core/catalogue/operator-inputs'
import { productStates } from '@makegood/core/catalogue/product-states'

type Search = Record<string, string | string[] | undefined>

const textOf = (value: Search[string], max: number): string | undefined =>
  typeof value === 'string' && value.trim() !== '' && value.length <= max ? value : undefined

/** What an address asks of the product list; what cannot be understood is left out. */
export const readProductQuery = (search: Search): ListAllProducts => {
  const state = productStates.find(known => known === search.state)
  const q = textOf(search.q, 200)
  const category = textOf(search.category, 80)
  const cursor = textOf(search.cursor, 100)
  return {
    ...(q ? { q } : {}),
    ...(category && /^[a-z0-9-]+$/.test(category) ? { category } : {}),
    ...(state ? { state } : {}),
    ...(search.low === '1' ? { low: true } : {}),
    ...(cursor ? { cursor } : {}),
  }
}

export const productListAddress = ({ low, ...query }: ListAllProducts): string => {
  const params = new URLSearchParams()
  for (const [name, value] of Object.entries(query)) if (value) params.set(name, value)
  if (low) params.set('low', '1')
  const text = params.toString()
  return text ? `/admin/products?${text}` : '/admin/products'
}
