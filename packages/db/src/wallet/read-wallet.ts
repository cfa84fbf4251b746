import type { Tx } from '../client.ts'

export type WalletEntry = {
  readonly userId: string
  readonly version: number
  readonly amountMinor: bigint
  readonly balanceAfterMinor: bigint
}

/** `currency` is null where there is no wallet yet; `entry` is the one with the key that was asked for. */
export type ReadWallet = {
  readonly currency: string | null
  readonly version: number
  readonly balanceMinor: bigint
  readonly entry: WalletEntry | null
}

type Row = {
  currency: string | null
  version: number | null
  balanceMinor: bigint | null
  entryUserId: string | null
  entryVersion: number | null
  amountMinor: bigint | null
  balanceAfterMinor: bigint | null
}

/** A wallet at this moment, and what a key has written already. */
export const readWallet = async (
  tx: Tx,
  of: { readonly userId: string; readonly key: string },
): Promise<ReadWallet> => {
  const [row] = await tx.$queryRaw<Row[]>`
    select w.currency, w.version, w.balance_minor as "balanceMinor", e.user_id as "entryUserId", e.version as "entryVersion",
      e.amount_minor as "amountMinor", e.balance_after_minor as "balanceAfterMinor"
    from (select 1) as one left join wallet w on w.user_id = ${of.userId} left join wallet_entry e on e.key = ${of.key}`
  return {
    currency: row?.currency ?? null,
    version: row?.version ?? 0,
    balanceMinor: row?.balanceMinor ?? 0n,
    entry: row ? toEntry(row) : null,
  }
}

const toEntry = ({ entryUserId, entryVersion, amountMinor, balanceAfterMinor }: Row): WalletEntry | null =>
  entryUserId === null || entryVersion === null || amountMinor === null || balanceAfterMinor === null
    ? null
    : { userId: entryUserId, version: entryVersion, amountMinor, balanceAfterMinor }

/** Takes the wallet's row until the caller's transaction ends; nothing where there is no wallet yet. */
export const lockWallet = async (tx: Tx, userId: string): Promise<void> => {
  await tx.$queryRaw`select 1 from wallet where user_id = ${userId} for update`
}
