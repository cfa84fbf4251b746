/** The columns of a file of products, one line a variant. `available` is what was there when the file was made. */
export const importColumns = [
  'product',
  'category',
  'state',
  'name_ko',
  'name_en',
  'description_ko',
  'description_en',
  'details_ko',
  'details_en',
  'colour',
  'mended',
  'sku',
  'option_ko',
  'option_en',
  'price',
  'sold',
  'available',
  'available_new',
  'low_at',
] as const
export type ImportColumn = (typeof importColumns)[number]

/** What a line names: the product by its address and the variant by its SKU. */
export const keyColumns = ['product', 'sku'] as const satisfies readonly ImportColumn[]

/** What a product that is not there yet cannot be made without. */
export const newProductColumns = [
  'category',
  'name_ko',
  'name_en',
  'option_ko',
  'option_en',
  'price',
] as const satisfies readonly ImportColumn[]

export const importBytesMax = 5 * 1024 * 1024
export const importRowsMax = 20_000

/** What can be wrong with a cell; the words, with what to do, live with the client. */
export const importProblems = [
  'missing',
  'too-long',
  'control-characters',
  'bad-slug',
  'bad-sku',
  'bad-price',
  'bad-number',
  'bad-yes-no',
  'bad-colour',
  'bad-state',
  'no-such-category',
  'sku-twice',
  'sku-of-another',
  'contradicts',
  'too-few',
  'nothing-to-sell',
  'too-many-options',
  'cell-count',
] as const
export type ImportProblemCode = (typeof importProblems)[number]

export type ImportProblem = {
  /** As a text editor counts: the heading is line 1. */
  readonly line: number
  readonly column: ImportColumn | null
  readonly code: ImportProblemCode
  /** What stands there, shortened. */
  readonly value: string
}
