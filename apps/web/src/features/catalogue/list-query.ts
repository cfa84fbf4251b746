import { listProductsInput } from '@makegood/core/catalogue/inputs'
import { z } from 'zod'

const shape = listProductsInput.shape

const querySchema = z.object({
  category: shape.category.catch(undefined),
  sort: shape.sort.catch('featured'),
  page: z.coerce.number().pipe(z.int().min(1).max(1000)).catch(1),
})
export type ListQuery = z.output<typeof querySchema>

/** What an address asks of the list; what cannot be understood falls back to the plain list. */
export const readListQuery = (search: Record<string, string | string[] | undefined>): ListQuery => {
  const one = (value: string | string[] | undefined) => (Array.isArray(value) ? value[0] : value)
  return querySchema.parse({ category: one(search.category), sort: one(search.sort), page: one(search.page) })
}

/** The one address of a state of the list: usual values are left out. */
export const listAddress = ({ category, sort, page }: ListQuery): string => {
  const query = new URLSearchParams()
  if (category) query.set('category', category)
  if (sort !== 'featured') query.set('sort', sort)
  if (page > 1) query.set('page', String(page))
  const text = query.toString()
  return text ? `/products?${text}` : '/products'
}
