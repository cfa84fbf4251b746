import { expect, test } from 'vitest'
import { readCell, writeCell } from './csv-cells.ts'

const odd = ['=1+1', '+82 10', '-5', '@SUM(A1)', "'=1", "''=1", "'quoted'", '\t=1', '＝1', '', '백자', "it's", '-', "'"]

test('no cell is a formula to a spreadsheet', () => {
  for (const text of odd) expect(/^[=+\-@\t\r＝＋－＠]/.test(writeCell(text)), JSON.stringify(text)).toBe(false)
})

test('what is written is read back unchanged, whatever it is', () => {
  for (const text of odd) expect(readCell(writeCell(text))).toBe(text)
})
