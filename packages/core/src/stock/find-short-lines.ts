export type WantedStock = { readonly variantId: string; readonly quantity: number }
export type StockOnHand = { readonly variantId: string; readonly available: number }
export type ShortLine = { readonly variantId: string; readonly wanted: number; readonly available: number }

/** Names every line that cannot be served in full, all at once, so that the shopper need not find them one by one. */
export const findShortLines = (wanted: readonly WantedStock[], onHand: readonly StockOnHand[]): readonly ShortLine[] =>
  wanted.flatMap(line => {
    const available = onHand.find(row => row.variantId === line.variantId)?.available ?? 0
    return available < line.quantity ? [{ variantId: line.variantId, wanted: line.quantity, available }] : []
  })
