import type { Outputs } from '@/lib/trpc/router'

export type Suggestions = Outputs['store']['catalogue']['suggest']
type Product = Suggestions['products'][number]

/** One line that the arrows reach, and where it leads. */
export type Option = { readonly href: string } & (
  | { readonly kind: 'category'; readonly name: string }
  | { readonly kind: 'product'; readonly product: Product }
  | { readonly kind: 'all'; readonly total: number }
)

const searchAddress = (q: string): string => `/products?${new URLSearchParams({ q })}`

/** The lines under the search field: categories named so, products, and the way to everything that was found. */
export const toOptions = (q: string, found: Suggestions | undefined): readonly Option[] => {
  if (!found || (found.total === 0 && found.categories.length === 0)) return []
  return [
    ...found.categories.map(({ slug, name }) => ({
      kind: 'category' as const,
      name,
      href: `/products?category=${slug}`,
    })),
    ...found.products.map(product => ({ kind: 'product' as const, product, href: `/products/${product.slug}` })),
    ...(found.total > 0 ? [{ kind: 'all' as const, total: found.total, href: searchAddress(q) }] : []),
  ]
}

/** Which line is reached next from one of so many, going round; -1 is the field itself. */
export const stepTo = (at: number, step: 1 | -1, count: number): number => {
  if (count === 0) return -1
  const next = at + step
  if (next >= count) return -1
  return next < -1 ? count - 1 : next
}

/** Whether what is typed is enough to look for: a Hangul letter says as much as two others. */
export const isEnough = (typed: string): boolean => /[ㄱ-ㅎ가-힣]/.test(typed) || typed.trim().length >= 2
