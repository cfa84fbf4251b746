import { expect, test } from 'vitest'
import { seededId } from './seeded-ids.ts'

const seed = '1795243527828,bq3rM+T+tg38kQ=='

test('one seed always gives the same ULIDs, one for each place in the request', () => {
  const ids = [0, 1, 2].map(index => seededId(seed, index))
  expect(ids).toEqual([0, 1, 2].map(index => seededId(seed, index)))
  expect(new Set(ids).size).toBe(3)
  for (const id of ids) expect(id).toMatch(/^01M7YDMKMM[0-9A-HJKMNP-TV-Z]{16}$/)
})

test('another seed gives other ids, and what is no seed gives none', () => {
  expect(seededId('1795243527828,bq3rM+T+tg38kR==', 0)).not.toBe(seededId(seed, 0))
  for (const wrong of ['', 'x', '1,', '999999999999999,aaaaaaaaaaaa', `1,${'a'.repeat(65)}`]) {
    expect(seededId(wrong, 0)).toBeUndefined()
  }
})
