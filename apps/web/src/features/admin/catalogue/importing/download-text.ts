import { writeCell } from '@makegood/core/catalogue/csv-cells'

const cell = (text: string): string => `"${writeCell(text).replaceAll('"', '""')}"`

/** Lines as a file that a spreadsheet opens, with no cell that it takes for a formula. */
export const toCsv = (lines: readonly (readonly string[])[]): string =>
  `\uFEFF${lines.map(line => line.map(cell).join(',')).join('\r\n')}\r\n`

/** Has the browser save a text as a file. */
export const downloadText = (name: string, text: string): void => {
  const address = URL.createObjectURL(new Blob([text], { type: 'text/csv;charset=utf-8' }))
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.click()
  URL.revokeObjectURL(address)
}
