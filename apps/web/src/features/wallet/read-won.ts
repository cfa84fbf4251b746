/** The whole won in what was typed, separators and the word for won left out; null where it is no amount. */
export const readWon = (typed: string): bigint | null => {
  const digits = typed.normalize('NFKC').replace(/[\s,원₩]/g, '')
  return /^\d{1,12}$/.test(digits) ? BigInt(digits) : null
}
