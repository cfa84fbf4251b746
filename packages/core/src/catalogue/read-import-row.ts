import { productColours } from './colours.ts'
import { type ImportColumn, type ImportProblem, type ImportProblemCode, keyColumns } from './import-columns.ts'
import { slugCharactersMax, slugPattern } from './list-terms.ts'
import {
  nameCharsMax,
  optionCharsMax,
  priceMinorMax,
  skuCharsMax,
  skuPattern,
  textCharsMax,
} from './operator-inputs.ts'
import { productStates } from './product-states.ts'

/** A line as it was read: only the columns that the file has. */
export type ImportCells = { readonly line: number; readonly cells: Readonly<Partial<Record<ImportColumn, string>>> }

/** What a line says that its variant and product shall be; what it does not say stays as it is. */
export type ImportRow = {
  readonly line: number
  readonly product: string
  readonly sku: string
  readonly values: Readonly<Partial<Record<ImportColumn, string>>>
}

type Check = (value: string) => ImportProblemCode | null

const countMax = 100_000
const text =
  (max: number, needed: boolean): Check =>
  value => {
    if (needed && value.trim() === '') return 'missing'
    if (value.length > max) return 'too-long'
    return /^(?:\P{Cc}|\r?\n|\t)*$/u.test(value) ? null : 'control-characters'
  }
const line =
  (max: number): Check =>
  value =>
    /[\r\n\t]/.test(value) ? 'control-characters' : text(max, true)(value)
const count: Check = value => (/^\d{1,6}$/.test(value) && Number(value) <= countMax ? null : 'bad-number')
const yesNo: Check = value => (value === 'yes' || value === 'no' ? null : 'bad-yes-no')
const oneOf =
  (known: readonly string[], code: ImportProblemCode): Check =>
  value =>
    known.includes(value) ? null : code

const checks: Readonly<Record<ImportColumn, Check>> = {
  product: value => (slugPattern.test(value) && value.length <= slugCharactersMax ? null : 'bad-slug'),
  category: value => (slugPattern.test(value) ? null : 'no-such-category'),
  state: oneOf(productStates, 'bad-state'),
  name_ko: line(nameCharsMax),
  name_en: line(nameCharsMax),
  description_ko: text(textCharsMax, false),
  description_en: text(textCharsMax, false),
  details_ko: text(textCharsMax, false),
  details_en: text(textCharsMax, false),
  colour: oneOf(productColours, 'bad-colour'),
  mended: yesNo,
  sku: value => (skuPattern.test(value) && value.length <= skuCharsMax ? null : 'bad-sku'),
  option_ko: line(optionCharsMax),
  option_en: line(optionCharsMax),
  price: value => (/^[1-9]\d{0,8}$/.test(value) && Number(value) <= priceMinorMax ? null : 'bad-price'),
  sold: yesNo,
  available: value => (value === '' ? null : count(value)),
  available_new: value => (value === '' ? null : count(value)),
  low_at: count,
}

const shownMax = 80

/** Reads one line by itself: what it says, or everything that is wrong with it, cell by cell. */
export const readImportRow = ({ line, cells }: ImportCells): { row: ImportRow } | { problems: ImportProblem[] } => {
  const problems: ImportProblem[] = []
  const values: Partial<Record<ImportColumn, string>> = {}
  for (const [column, cell] of Object.entries(cells) as [ImportColumn, string][]) {
    const value = cell.replaceAll('\r\n', '\n')
    const code = isKey(column) && value.trim() === '' ? 'missing' : checks[column](value)
    if (code) problems.push({ line, column, code, value: value.slice(0, shownMax) })
    else values[column] = value
  }
  const { product, sku } = values
  if (problems.length > 0 || product === undefined || sku === undefined) return { problems }
  return { row: { line, product, sku, values } }
}

const isKey = (column: ImportColumn): boolean => keyColumns.some(key => key === column)
