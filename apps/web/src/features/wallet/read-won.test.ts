import { expect, test } from 'vitest'
import { readWon } from './read-won'

test('an amount is read however it is typed, and what is none is none', () => {
  for (const typed of ['50000', '50,000', '50,000원', '₩50,000', ' ５００００ '])
    expect(readWon(typed), typed).toBe(50_000n)
  for (const typed of ['', '-1', '1.5', '1e9', 'abc', '9'.repeat(13), '<script>'])
    expect(readWon(typed), typed).toBeNull()
})
