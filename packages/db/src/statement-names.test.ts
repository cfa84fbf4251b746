import { expect, test } from 'vitest'
import { createStatementNames } from './statement-names.ts'

test('one text keeps one name, two texts never share one, and transaction commands get none', () => {
  const nameOf = createStatementNames()
  const first = nameOf({ sql: 'select 1' })
  expect(nameOf({ sql: 'select 2' })).not.toBe(first)
  expect(nameOf({ sql: 'select 1' })).toBe(first)
  expect(nameOf({ sql: 'BEGIN' })).toBe('')
})

test('texts without end do not fill the server: after 500 names no more are given, and the given ones stay', () => {
  const nameOf = createStatementNames()
  const first = nameOf({ sql: 'select 0' })
  const named = Array.from({ length: 2000 }, (_, n) => nameOf({ sql: `select ${n}` })).filter(Boolean)
  expect(named).toHaveLength(500)
  expect(nameOf({ sql: 'select 0' })).toBe(first)
})
