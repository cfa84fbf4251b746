/** `draft` is not for sale yet, `published` is, and `archived` is no more: it stays in old orders. */
export const productStates = ['draft', 'published', 'archived'] as const
export type ProductState = (typeof productStates)[number]

/** A product's state as its row tells it; the database keeps an archived one from being published as well. */
export const productStateOf = (row: {
  readonly published: boolean
  readonly archivedAt: Date | null
}): ProductState => {
  if (row.archivedAt) return 'archived'
  return row.published ? 'published' : 'draft'
}
