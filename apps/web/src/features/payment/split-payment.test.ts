import { expect, test } from 'vitest'
import { readAmount, splitPayment, walletMost } from './split-payment'

test.each([
  [31_000n, 0n, 20_000n, { walletMinor: 0n, cardMinor: 31_000n }],
  [31_000n, 5_000n, 20_000n, { walletMinor: 5_000n, cardMinor: 26_000n }],
  [31_000n, 25_000n, 20_000n, { walletMinor: 20_000n, cardMinor: 11_000n }],
  [31_000n, 99_000n, 50_000n, { walletMinor: 31_000n, cardMinor: 0n }],
  [31_000n, -1n, 50_000n, { walletMinor: 0n, cardMinor: 31_000n }],
  [0n, 10n, 50_000n, { walletMinor: 0n, cardMinor: 0n }],
])('of %d, %d asked of a wallet with %d', (total, wanted, balance, legs) => {
  expect(splitPayment(total, wanted, balance)).toEqual(legs)
})

test('both legs together are always the total', () => {
  for (const total of [0n, 1n, 2_999n, 100_000n])
    for (const wanted of [0n, 1n, 3_000n, 10n ** 14n])
      for (const balance of [0n, 1n, 50_000n]) {
        const { walletMinor, cardMinor } = splitPayment(total, wanted, balance)
        expect(walletMinor + cardMinor).toBe(total)
        expect(walletMinor).toBeLessThanOrEqual(walletMost(balance, total))
      }
})

test.each([
  ['', 0n],
  ['abc', 0n],
  ['12,000원', 12_000n],
  ['１２０００', 12_000n],
  ['-500', 500n],
  ['9'.repeat(40), 999_999_999_999_999n],
])('the typed amount %j is %d', (typed, amount) => {
  expect(readAmount(typed)).toBe(amount)
})
