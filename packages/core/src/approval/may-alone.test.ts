import { expect, test } from 'vitest'
import { leftAlone, mayAlone } from './may-alone.ts'

const limits = {
  'wallet-adjustment': { supportMinor: 30n, financeMinor: 300n },
  refund: { supportMinor: 100n, financeMinor: 1000n },
}

test.each([
  ['shopper', 'refund', 1n, false],
  ['support', 'wallet-adjustment', 31n, false],
  ['support', 'wallet-adjustment', -31n, false],
  ['operations', 'refund', 101n, false],
  ['finance', 'refund', 1001n, false],
  ['admin', 'wallet-adjustment', -301n, false],
  ['finance', 'settle-by-hand', 1001n, false],
  ['finance', 'settle-by-hand', 1000n, true],
  ['support', 'wallet-adjustment', 30n, true],
  ['support', 'wallet-adjustment', -30n, true],
  ['operations', 'refund', 100n, true],
  ['finance', 'wallet-adjustment', 300n, true],
  ['admin', 'refund', 1000n, true],
] as const)('%s of %s by %d alone: %s', (role, kind, amount, allowed) => {
  expect(mayAlone(limits, kind, role, amount)).toBe(allowed)
})

test.each([
  ['operations', 0n, 100n],
  ['operations', 30n, 70n],
  ['operations', 100n, 0n],
  ['operations', 130n, 0n],
  ['finance', 130n, 870n],
  ['shopper', 0n, 0n],
] as const)('%s who has given back %d of an order alone may give %d more', (role, done, left) => {
  expect(leftAlone(limits, 'refund', role, done)).toBe(left)
})
