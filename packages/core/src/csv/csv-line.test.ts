import { expect, test } from 'vitest'
import { csvLine } from './csv-line.ts'

test('what would be run as a formula is marked as text', () => {
  for (const start of ['=', '+', '-', '@', '\t', '\r', '＝'])
    expect(csvLine([`${start}cmd|' /C calc'!A0`])).toContain(`'${start}cmd`)
})

test('commas, quotes and line breaks stay inside their cell', () => {
  expect(csvLine(['a,b', 'say "hi"', 'two\nlines', 'plain'])).toBe('"a,b","say ""hi""","two\nlines",plain\r\n')
})
