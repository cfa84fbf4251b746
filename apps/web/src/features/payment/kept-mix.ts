import { readKept, sessionStore } from '../../lib/session-store'

const minorUnits = /^\d{1,15}$/
const keyOf = (orderId: string) => `makegood.wallet.${orderId}`

/** What the shopper asked of the wallet for this order before; nothing where nothing was asked. */
export const readMix = (orderId: string, store: Pick<Storage, 'getItem'> = sessionStore()): string => {
  const kept = readKept(store, keyOf(orderId))
  return typeof kept === 'string' && minorUnits.test(kept) ? kept : ''
}

/** Keeps what was asked of the wallet, so that a declined card does not make anybody ask again. */
export const keepMix = (orderId: string, walletMinor: bigint, store: Pick<Storage, 'setItem'> = sessionStore()): void =>
  store.setItem(keyOf(orderId), JSON.stringify(walletMinor.toString()))
