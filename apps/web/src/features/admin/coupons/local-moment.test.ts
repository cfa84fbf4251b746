import { expect, test } from 'vitest'
import { changedLocalField, toLocalField } from './local-moment.ts'

const shown = new Date('2026-11-27T07:32:41.123Z')

test('a field that still shows its moment changes nothing, though it shows no seconds', () => {
  expect(changedLocalField(toLocalField(shown), shown)).toBeNull()
})

test('a field that says nothing, or no moment, changes nothing', () => {
  for (const text of ['', 'soon', '2026-13-01T00:00']) expect(changedLocalField(text, shown)).toBeNull()
})

test('a field that was moved says its new moment', () => {
  const later = new Date('2026-11-29T09:00:00.000Z')
  expect(changedLocalField(toLocalField(later), shown)).toBe(later.toISOString())
})
