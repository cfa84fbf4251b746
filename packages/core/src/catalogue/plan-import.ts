import { type ImportColumn, type ImportProblem, type ImportProblemCode, newProductColumns } from './import-columns.ts'
import { variantsMax } from './operator-inputs.ts'
import type { ProductState } from './product-states.ts'
import type { ImportRow } from './read-import-row.ts'

/** What the shop has of the things that a file names, in the words of its columns. */
export type ImportTargets = {
  readonly categories: ReadonlySet<string>
  readonly products: ReadonlyMap<string, TargetProduct>
  /** By SKU; also those that belong to products which the file does not name. */
  readonly variants: ReadonlyMap<string, TargetVariant>
}
export type TargetProduct = {
  readonly id: string
  readonly values: Readonly<Partial<Record<ImportColumn, string>>>
  readonly variants: readonly { readonly sku: string; readonly sold: boolean }[]
}
export type TargetVariant = {
  readonly id: string
  readonly product: string
  readonly values: Readonly<Partial<Record<ImportColumn, string>>>
}

export type PlannedChange = { readonly column: ImportColumn; readonly before: string; readonly after: string }
export type PlannedLine = {
  readonly line: number
  readonly product: string
  readonly sku: string
  readonly what: 'new' | 'changed' | 'unchanged'
  readonly values: ImportRow['values']
  readonly changes: readonly PlannedChange[]
  /** By how much what is for sale changes; 0 where it does not. */
  readonly stockBy: number
}
export type ImportPlan = { readonly lines: readonly PlannedLine[]; readonly problems: readonly ImportProblem[] }

export const productColumns: readonly ImportColumn[] = [
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
]

/** Decides of each line whether it makes something, changes something, or is wrong; a wrong line keeps no other out. */
export const planImport = (rows: readonly ImportRow[], targets: ImportTargets): ImportPlan => {
  const problems: ImportProblem[] = []
  const seen = new Set<string>()
  const said = new Map<string, Map<ImportColumn, string>>()
  const lines: PlannedLine[] = []
  for (const row of rows) {
    const found = [
      ...(seen.has(row.sku) ? [problemOf(row, 'sku', 'sku-twice')] : []),
      ...checkAgainst(row, targets),
      ...contradictionsOf(row, said),
    ]
    if (found.length > 0) {
      problems.push(...found)
      continue
    }
    seen.add(row.sku)
    lines.push(planLine(row, targets))
  }
  const empty = findEmpty(lines, targets)
  const kept = lines.filter(line => !empty.has(line.line))
  for (const line of lines) {
    const code = empty.get(line.line)
    if (code)
      problems.push({ line: line.line, column: code === 'nothing-to-sell' ? 'sold' : 'sku', code, value: line.sku })
  }
  return { lines: kept, problems: problems.sort((one, other) => one.line - other.line) }
}

const problemOf = (row: ImportRow, column: ImportColumn, code: ImportProblemCode): ImportProblem => ({
  line: row.line,
  column,
  code,
  value: (row.values[column] ?? '').slice(0, 80),
})

const checkAgainst = (row: ImportRow, { categories, products, variants }: ImportTargets): ImportProblem[] => {
  const problems: ImportProblem[] = []
  const variant = variants.get(row.sku)
  const product = products.get(row.product)
  if (variant && variant.product !== row.product) problems.push(problemOf(row, 'sku', 'sku-of-another'))
  const needed = product ? (['option_ko', 'option_en', 'price'] as const) : newProductColumns
  if (!variant || !product)
    for (const column of needed) if (row.values[column] === undefined) problems.push(problemOf(row, column, 'missing'))
  if (row.values.category !== undefined && !categories.has(row.values.category))
    problems.push(problemOf(row, 'category', 'no-such-category'))
  const now = Number(variant?.values.available ?? 0)
  if (now + stockByOf(row, now) < 0) problems.push(problemOf(row, 'available_new', 'too-few'))
  return problems
}

/** `available` is what was there when the file was made: what was sold since then stays sold. */
const stockByOf = ({ values }: ImportRow, now: number): number =>
  values.available_new ? Number(values.available_new) - Number(values.available || now) : 0

/** Two lines of one product say the same of it, else nobody knows which is meant: the later one is wrong. */
const contradictionsOf = (row: ImportRow, said: Map<string, Map<ImportColumn, string>>): ImportProblem[] => {
  const known = said.get(row.product) ?? new Map<ImportColumn, string>()
  said.set(row.product, known)
  return productColumns.flatMap(column => {
    const value = row.values[column]
    if (value === undefined) return []
    const before = known.get(column)
    if (before === undefined) known.set(column, value)
    return before === undefined || before === value ? [] : [problemOf(row, column, 'contradicts')]
  })
}

const planLine = (row: ImportRow, { products, variants }: ImportTargets): PlannedLine => {
  const variant = variants.get(row.sku)
  const product = products.get(row.product)
  const before = { ...product?.values, ...variant?.values }
  const stockBy = stockByOf(row, Number(variant?.values.available ?? 0))
  const columns = Object.keys(row.values) as ImportColumn[]
  const changes = columns.flatMap((column): PlannedChange[] => {
    const after = row.values[column] ?? ''
    if (column === 'available' || column === 'available_new' || before[column] === after) return []
    return column === 'product' || column === 'sku' ? [] : [{ column, before: before[column] ?? '', after }]
  })
  const now = variant?.values.available ?? '0'
  if (stockBy !== 0) changes.push({ column: 'available_new', before: now, after: String(Number(now) + stockBy) })
  const what = !variant ? 'new' : changes.length > 0 ? 'changed' : 'unchanged'
  return { line: row.line, product: row.product, sku: row.sku, what, values: row.values, changes, stockBy }
}

/** The lines of products that would be on sale with nothing to buy, or have more options than one may have. */
const findEmpty = (
  lines: readonly PlannedLine[],
  { products }: ImportTargets,
): ReadonlyMap<number, ImportProblemCode> => {
  const byProduct = Map.groupBy(lines, line => line.product)
  const found = new Map<number, ImportProblemCode>()
  for (const [slug, ofProduct] of byProduct) {
    const product = products.get(slug)
    const sold = new Map<string, boolean>(product?.variants.map(variant => [variant.sku, variant.sold]))
    for (const line of ofProduct)
      sold.set(line.sku, line.values.sold ? line.values.sold === 'yes' : (sold.get(line.sku) ?? true))
    const state = (ofProduct.find(line => line.values.state)?.values.state ?? product?.values.state) as
      | ProductState
      | undefined
    const code =
      sold.size > variantsMax
        ? 'too-many-options'
        : state === 'published' && ![...sold.values()].includes(true)
          ? 'nothing-to-sell'
          : null
    if (code) for (const line of ofProduct) found.set(line.line, code)
  }
  return found
}
