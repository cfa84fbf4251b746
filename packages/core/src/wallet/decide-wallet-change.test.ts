import fc from 'fast-check'
import { expect, test } from 'vitest'
import { decideWalletChange } from './decide-wallet-change.ts'

test('one unit too much is refused, the whole balance is not', () => {
  expect(decideWalletChange(100n, -101n)).toEqual({ allowed: false, refusal: 'wallet-too-low' })
  expect(decideWalletChange(100n, -100n)).toEqual({ allowed: true, balanceAfterMinor: 0n })
})

test('an entry of nothing throws', () => {
  expect(() => decideWalletChange(100n, 0n)).toThrow('says nothing')
})

test('whatever comes in whatever order, the balance is the sum of what was allowed and never below zero', () => {
  const amounts = fc.array(fc.bigInt({ min: -(10n ** 9n), max: 10n ** 9n }).filter(amount => amount !== 0n))
  fc.assert(
    fc.property(amounts, list => {
      let balance = 0n
      let sum = 0n
      for (const amount of list) {
        const decision = decideWalletChange(balance, amount)
        if (!decision.allowed) continue
        balance = decision.balanceAfterMinor
        sum += amount
        expect(balance >= 0n).toBe(true)
      }
      expect(balance).toBe(sum)
    }),
  )
})
