/** A spreadsheet reads a cell that begins so as a formula. */
const formula = /^'*[=+\-@\t\r＝＋－＠]/
const quoted = /^'+[=+\-@\t\r＝＋－＠]/

/** A text as a cell that no spreadsheet takes for a formula; `readCell` gives the text back, whatever it is. */
export const writeCell = (text: string): string => (formula.test(text) ? `'${text}` : text)

export const readCell = (cell: string): string => (quoted.test(cell) ? cell.slice(1) : cell)
