import { expect, test } from 'vitest'
import { line, noteSchema, reasonSchema } from './text.ts'

test('a line break or another control character is no part of a line', () => {
  for (const text of ['Jane\nDoe', 'Jane\u0000', 'Jane\u001b[31m']) expect(line(80).safeParse(text).success).toBe(false)
})

test('a note keeps its line breaks and no other control character', () => {
  expect(noteSchema.parse(' by the door\r\nthank you ')).toBe('by the door\r\nthank you')
  expect(noteSchema.safeParse('by the door\u0007').success).toBe(false)
})

test('what would turn the direction of a label’s text is dropped, and names of every alphabet stay', () => {
  expect(line(80).parse('\u202EenaJ\u202C \u2066Doe\u2069')).toBe('enaJ Doe')
  for (const name of ['김하나', 'עמית כהן', 'ليلى', 'Zoë 🏺']) expect(line(80).parse(name)).toBe(name)
})

test('a reason is never empty, also where it only looks filled', () => {
  for (const text of ['', '   ', '\u202E\u202C']) expect(reasonSchema.safeParse(text).success).toBe(false)
})
