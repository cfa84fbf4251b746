import { setTimeout as sleep } from 'node:timers/promises'
import { decideWalletChange, type WalletEntryKind } from '@makegood/core/wallet/decide-wallet-change'
import type { Tx } from '../client.ts'
import { lockWallet, type ReadWallet, readWallet, type WalletEntry } from './read-wallet.ts'

export type WalletChange = {
  readonly userId: string
  readonly kind: WalletEntryKind
  /** Below zero where money goes out. */
  readonly amountMinor: bigint
  readonly currency: string
  /** What the change is about: the same key again changes nothing. */
  readonly key: string
  readonly orderId: string | null
}

export type WalletAnswer =
  /** `repeated`: the key was there already, and this is its entry. */
  | { readonly changed: true; readonly entry: WalletEntry; readonly repeated: boolean }
  | { readonly changed: false; readonly refusal: 'wallet-too-low'; readonly balanceMinor: bigint }

const attemptsMax = 6

/**
 * Writes one entry of a wallet's ledger and the balance that follows from it, once for each key, by a guarded write on the
 * wallet's version. Who comes second to a version reads again and tries again, at most five times, from then on in line for
 * the wallet's row. A change that would take the balance below zero is refused with a value and writes nothing. Runs in
 * the caller's transaction; a wallet begins with its first credit.
 */
export const changeWallet = async (tx: Tx, change: WalletChange): Promise<WalletAnswer> => {
  for (let attempt = 1; attempt <= attemptsMax; attempt += 1) {
    if (attempt > 1) await waitInLine(tx, change.userId, attempt)
    const wallet = await readWallet(tx, change)
    if (wallet.entry) return { changed: true, entry: assertSame(change, wallet.entry), repeated: true }
    if (wallet.currency !== null && wallet.currency !== change.currency)
      throw new Error(`a wallet in ${wallet.currency} takes no ${change.currency}`)
    const decision = decideWalletChange(wallet.balanceMinor, change.amountMinor)
    if (!decision.allowed) return { changed: false, refusal: decision.refusal, balanceMinor: wallet.balanceMinor }
    const entry = await writeEntry(tx, change, wallet, decision.balanceAfterMinor)
    if (entry) return { changed: true, entry, repeated: false }
  }
  throw new Error(`the wallet of ${change.userId} changed at each of ${attemptsMax} attempts to write ${change.key}`)
}

/** In a transaction the lock is kept, so the next attempt cannot lose again; outside one it only spreads the rivals. */
const waitInLine = async (tx: Tx, userId: string, attempt: number): Promise<void> => {
  if (attempt > 2) await sleep(Math.random() * 10 * attempt)
  await lockWallet(tx, userId)
}

const writeEntry = async (
  tx: Tx,
  change: WalletChange,
  wallet: ReadWallet,
  balanceAfterMinor: bigint,
): Promise<WalletEntry | null> => {
  const { userId, kind, amountMinor, key, orderId } = change
  const rows = await (wallet.currency === null
    ? tx.$queryRaw<{ version: number }[]>`
        with kept as (
          insert into wallet (user_id, currency, balance_minor, version)
          values (${userId}, ${change.currency}, ${balanceAfterMinor}, 1) on conflict (user_id) do nothing
          returning user_id, version, balance_minor
        )
        insert into wallet_entry (user_id, version, kind, amount_minor, balance_after_minor, key, order_id)
        select user_id, version, ${kind}, ${amountMinor}::bigint, balance_minor, ${key}, ${orderId} from kept
        returning version`
    : tx.$queryRaw<{ version: number }[]>`
        with kept as (
          update wallet set balance_minor = ${balanceAfterMinor}, version = version + 1, updated_at = now()
          where user_id = ${userId} and version = ${wallet.version}
          returning user_id, version, balance_minor
        )
        insert into wallet_entry (user_id, version, kind, amount_minor, balance_after_minor, key, order_id)
        select user_id, version, ${kind}, ${amountMinor}::bigint, balance_minor, ${key}, ${orderId} from kept
        returning version`)
  const [row] = rows
  return row ? { userId, version: row.version, amountMinor, balanceAfterMinor } : null
}

const assertSame = (change: WalletChange, entry: WalletEntry): WalletEntry => {
  if (entry.userId !== change.userId || entry.amountMinor !== change.amountMinor)
    throw new Error(`the wallet key ${change.key} belongs to another change`)
  return entry
}
