export type Legs = { readonly walletMinor: bigint; readonly cardMinor: bigint }

/** The most that a wallet can pay of a total: all that is in it, and never more than the total. */
export const walletMost = (balanceMinor: bigint, totalMinor: bigint): bigint =>
  balanceMinor < totalMinor ? balanceMinor : totalMinor

/**
 * How a total is shared between wallet and card when so much was asked of the wallet: never more than it holds, never more
 * than the total, and the card pays exactly the rest.
 */
export const splitPayment = (totalMinor: bigint, wantedMinor: bigint, balanceMinor: bigint): Legs => {
  const most = walletMost(balanceMinor, totalMinor)
  const wanted = wantedMinor < 0n ? 0n : wantedMinor
  const walletMinor = wanted < most ? wanted : most
  return { walletMinor, cardMinor: totalMinor - walletMinor }
}

const amountMax = 15

/** The whole amount that was typed, whatever stands between its digits; nothing typed is nothing. */
export const readAmount = (typed: string): bigint =>
  BigInt(typed.normalize('NFKC').replace(/\D/g, '').slice(0, amountMax) || '0')
