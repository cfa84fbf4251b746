/** What a table program would run as a formula: it gets a mark before it that makes it text. */
const formulaStart = /^[=+\-@\t\r＝＋－＠]/

const cell = (value: string): string => {
  const text = formulaStart.test(value) ? `'${value}` : value
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

/** One line of a CSV file (RFC 4180) that no table program takes for more than text. */
export const csvLine = (values: readonly string[]): string => `${values.map(cell).join(',')}\r\n`

/** Without it a table program reads Hangul as something else. */
export const byteOrderMark = '\uFEFF'
