import { randomBytes } from 'node:crypto'
import { type Db, inTransaction } from '../client.ts'
import { changeWallet } from '../wallet/change-wallet.ts'

/** A fresh shopper, with this much in the wallet where it is said. */
export const createTestShopper = async (
  db: Db,
  { balanceMinor = 0n }: { readonly balanceMinor?: bigint } = {},
): Promise<string> => {
  const userId = `usr_${randomBytes(8).toString('hex')}`
  await db.user.create({ data: { id: userId, name: '김하나', email: `${userId}@example.com` } })
  if (balanceMinor > 0n)
    await inTransaction(db, tx =>
      changeWallet(tx, {
        userId,
        kind: 'ADJUSTMENT',
        amountMinor: balanceMinor,
        currency: 'KRW',
        key: `test:${userId}`,
        orderId: null,
      }),
    )
  return userId
}
