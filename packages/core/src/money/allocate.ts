/**
 * Shares an amount over weights in proportion, by largest remainder: the shares add up to the amount exactly, and where the
 * amount is at most the sum of the weights no share is above its weight. Equal remainders go to the earlier weight.
 */
export const allocate = (amountMinor: bigint, weights: readonly bigint[]): readonly bigint[] => {
  const sum = weights.reduce((total, weight) => total + weight, 0n)
  if (amountMinor < 0n || weights.some(weight => weight < 0n)) throw new Error('amount and weights cannot be negative')
  if (amountMinor === 0n) return weights.map(() => 0n)
  if (sum === 0n) throw new Error('an amount cannot be shared over nothing')
  const parts = weights.map((weight, index) => ({
    index,
    share: (amountMinor * weight) / sum,
    remainder: (amountMinor * weight) % sum,
  }))
  const left = amountMinor - parts.reduce((total, part) => total + part.share, 0n)
  const raised = new Set(
    parts
      .toSorted((a, b) => (a.remainder === b.remainder ? a.index - b.index : a.remainder > b.remainder ? -1 : 1))
      .slice(0, Number(left))
      .map(part => part.index),
  )
  return parts.map(part => part.share + (raised.has(part.index) ? 1n : 0n))
}
