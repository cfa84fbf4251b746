import type { Prisma } from '../generated/prisma/client.ts'
import { changeWallet } from '../wallet/change-wallet.ts'
import { demoLoginId } from './demo-logins.ts'

const startMinor = 50_000n

/**
 * Puts something into the demo shopper's wallet, once: the key of the entry sees to it, whatever was spent since. Answers
 * how many wallets were filled; none where the shopper's e-mail is somebody else's.
 */
export const seedDemoWallet = async (tx: Prisma.TransactionClient): Promise<number> => {
  const userId = demoLoginId('shopper')
  if ((await tx.user.count({ where: { id: userId } })) === 0) return 0
  const answer = await changeWallet(tx, {
    userId,
    kind: 'ADJUSTMENT',
    amountMinor: startMinor,
    currency: 'KRW',
    key: `seed:${userId}`,
    orderId: null,
  })
  return answer.changed && !answer.repeated ? 1 : 0
}
