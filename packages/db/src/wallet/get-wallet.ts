import { type Money, money } from '@makegood/core/money/money'
import { toCurrency } from '../catalogue/to-currency.ts'
import type { Tx } from '../client.ts'

/** A shopper's balance; nothing, in the shop's currency, where no wallet has begun. */
export const getWallet = async (db: Tx, userId: string): Promise<Money> => {
  const rows = await db.$queryRaw<{ balanceMinor: bigint; currency: string }[]>`
    select balance_minor as "balanceMinor", currency from wallet where user_id = ${userId}`
  const row = rows[0]
  return row ? money(row.balanceMinor, toCurrency(row.currency)) : money(0n, 'KRW')
}
