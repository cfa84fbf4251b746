import { setTimeout as sleep } from 'node:timers/promises'
import type { PaymentGateway } from '@makegood/core/ports/payment-gateway'
import type { Db } from '@makegood/db/client'
import { checkInvariants, countUnfinished, invariantNames } from '@makegood/db/invariants/check-invariants'
import type { Breach } from '@makegood/db/invariants/invariant'
import { messageOf } from '../saga/retry-schedule.ts'
import { chargeInvariants, compareCharges } from './compare-charges.ts'

type Parts = { readonly db: Db; readonly gateway: PaymentGateway }

export type ShopCheck = {
  readonly breaches: readonly Breach[]
  /** Why the gateway's charges could not be compared with the books; null where they were. */
  readonly notCompared: string | null
  readonly unfinished: { readonly sagas: number; readonly events: number }
}

/** Everything that `checkShop` looks at, in its order. */
export const shopInvariants: readonly string[] = [...invariantNames, ...Object.values(chargeInvariants)]

const looksMax = 5
const usualWaitMs = 2000

/**
 * Every breach of the shop's invariants, and of its books against the gateway's charges since then. While orders are under
 * way, what a look finds may be the middle of something: a breach counts where every one of several looks finds it.
 */
export const checkShop = async (parts: Parts, since: Date, waitMs = usualWaitMs): Promise<ShopCheck> => {
  let check = await look(parts, since)
  for (let looks = 1; looks < looksMax && check.breaches.length > 0 && !isQuiet(check); looks += 1) {
    await sleep(waitMs)
    const again = await look(parts, since)
    const found = new Set(check.breaches.map(keyOf))
    check = { ...again, breaches: again.breaches.filter(breach => found.has(keyOf(breach))) }
  }
  return check
}

const isQuiet = ({ unfinished: { sagas, events } }: ShopCheck): boolean => sagas === 0 && events === 0

const keyOf = ({ invariant, subject }: Breach): string => `${invariant} ${subject}`

const look = async (parts: Parts, since: Date): Promise<ShopCheck> => {
  const unfinished = await countUnfinished(parts.db)
  const breaches = await checkInvariants(parts.db)
  try {
    const charges = await compareCharges(parts, since)
    return { breaches: [...breaches, ...charges], notCompared: null, unfinished }
  } catch (error) {
    return { breaches, notCompared: messageOf(error), unfinished }
  }
}
