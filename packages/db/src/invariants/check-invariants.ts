import type { Tx } from '../client.ts'
import { couponInvariants } from './coupon-invariants.ts'
import type { Breach } from './invariant.ts'
import { moneyInvariants } from './money-invariants.ts'
import { orderInvariants } from './order-invariants.ts'
import { sagaInvariants } from './saga-invariants.ts'
import { stockInvariants } from './stock-invariants.ts'
import { walletInvariants } from './wallet-invariants.ts'

export type { Breach } from './invariant.ts'

const invariants = [
  ...orderInvariants,
  ...stockInvariants,
  ...moneyInvariants,
  ...walletInvariants,
  ...couponInvariants,
  ...sagaInvariants,
]

export const invariantNames: readonly string[] = invariants.map(({ invariant }) => invariant)

/** Every breach of the shop's invariants, or of these of them; none in a sound shop at a quiet moment. */
export const checkInvariants = async (
  db: Tx,
  names: readonly string[] = invariantNames,
): Promise<readonly Breach[]> => {
  const breaches: Breach[] = []
  for (const { invariant, find } of invariants.filter(each => names.includes(each.invariant)))
    for (const row of await find(db)) breaches.push({ invariant, ...row })
  return breaches
}

/** What is still under way: the invariants are judged when this is all zero. */
export const countUnfinished = async (db: Tx): Promise<{ readonly sagas: number; readonly events: number }> => {
  const [row] = await db.$queryRaw<{ sagas: bigint; events: bigint }[]>`
    select (select count(*) from saga where status = 'RUNNING' and (name <> 'return-order' or current_step is distinct from 'await-goods')) as sagas,
      (select count(*) from outbox where sent_at is null) as events`
  return { sagas: Number(row?.sagas ?? 0n), events: Number(row?.events ?? 0n) }
}
