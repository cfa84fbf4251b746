import { type DraftVariant, emptyVariant } from './product-draft'
import { readCells } from './read-cells'

/** The columns of the grid, as they stand beside each other. */
export const gridColumns = ['optionKo', 'optionEn', 'sku', 'priceMinor'] as const
export type GridColumn = (typeof gridColumns)[number]

const variantsMax = 50

/** Spreadsheets show prices with signs and separators; what is no whole number stays as it is and is said beside its row. */
const priceOf = (cell: string): string => {
  const digits = cell.replace(/[₩,\s]|원$/g, '')
  return /^\d+$/.test(digits) ? digits : cell
}

/**
 * The variants after cells were pasted with their first one at this row and column, with new rows where there are more lines;
 * null where it is a plain text, which goes into its field as usual, or more rows than a product may have.
 */
export const pasteVariants = (
  variants: readonly DraftVariant[],
  at: { readonly row: number; readonly column: GridColumn },
  text: string,
): DraftVariant[] | null => {
  const cells = readCells(text)
  if ((cells.length === 1 && cells[0]?.length === 1) || at.row + cells.length > variantsMax) return null
  const first = gridColumns.indexOf(at.column)
  const changed = [...variants]
  for (const [line, row] of cells.entries()) {
    const given = gridColumns.slice(first).flatMap((column, index) => {
      const cell = row[index]
      return cell === undefined ? [] : [[column, column === 'priceMinor' ? priceOf(cell) : cell]]
    })
    changed[at.row + line] = { ...(variants[at.row + line] ?? emptyVariant()), ...Object.fromEntries(given) }
  }
  return changed
}
