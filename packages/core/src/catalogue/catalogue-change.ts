/** Up to so many left, shoppers are told the number. The database's triggers know the same one. */
export const fewLeftMax = 5

/**
 * What changed in the catalogue, as the database tells it after the commit: `stock` only how many there are of a product,
 * `few` the same where shoppers are told the number, `product` something that lists are made of, `catalogue` anything.
 */
export type CatalogueChange =
  | { readonly kind: 'stock' | 'few' | 'product'; readonly productId: string }
  | { readonly kind: 'catalogue' }

/** Reads a message; one that cannot be read means that anything may have changed. */
export const readCatalogueChange = (message: string): CatalogueChange => {
  const [, kind, productId] = /^(stock|few|product):(.+)$/.exec(message) ?? []
  if (productId === undefined) return { kind: 'catalogue' }
  if (kind === 'stock' || kind === 'few') return { kind, productId }
  return { kind: 'product', productId }
}
