export const walletEntryKinds = [
  'TOP_UP',
  'TOP_UP_UNDONE',
  'PAYMENT',
  'PAYMENT_UNDONE',
  'REFUND',
  'ADJUSTMENT',
] as const
export type WalletEntryKind = (typeof walletEntryKinds)[number]

export type WalletDecision =
  | { readonly allowed: true; readonly balanceAfterMinor: bigint }
  | { readonly allowed: false; readonly refusal: 'wallet-too-low' }

/** What a wallet holds after an entry; an entry that would take it below zero is refused. An entry of nothing is a defect. */
export const decideWalletChange = (balanceMinor: bigint, amountMinor: bigint): WalletDecision => {
  if (amountMinor === 0n) throw new Error('a wallet entry of nothing says nothing')
  const balanceAfterMinor = balanceMinor + amountMinor
  return balanceAfterMinor < 0n ? { allowed: false, refusal: 'wallet-too-low' } : { allowed: true, balanceAfterMinor }
}
