import { type Breach, checkInvariants } from '@makegood/db/invariants/check-invariants'
import { compareCharges as reconcileCharges } from '../../src/reconcile/compare-charges.ts'
import type { SagaStand } from '../../test/start-saga-stand.ts'
import type { Unfinished } from '../settling/find-unfinished.ts'
import type { Playground, World } from '../world.ts'
import { compareCharges } from './compare-charges.ts'
import { compareParcels } from './compare-parcels.ts'
import { findOrderOf, findTakenUpFrom } from './find-order-of.ts'

/** Something that is not as it must be, and the seed whose order it is of, where that is known. */
export type Fault = { readonly what: string; readonly seed: number | null; readonly orderId: string | null }

export type Judge = (worlds: readonly World[], unfinished: readonly Unfinished[]) => Promise<readonly Fault[]>

/** Longer than one batch of seeds takes, and than the gateway's clock may differ. */
const reconciledMs = 10 * 60 * 1000

/**
 * Judges worlds that have come to rest: nothing under way, no invariant broken, gateway and books in accord, no trouble on the
 * way. The whole database is judged each time; what was found before is not found again.
 */
export const createJudge = ({ db, deps }: SagaStand, orders: Playground['orders']): Judge => {
  const known = new Set<string>()

  const toFault = async (what: string, orderId: string | null): Promise<Fault> => {
    const first = orders.has(orderId ?? '') ? orderId : await findTakenUpFrom(db, orderId)
    return { what, orderId, seed: orders.get(first ?? '')?.world.seed ?? null }
  }
  const readBreach = async ({ invariant, subject, detail }: Breach): Promise<Fault> =>
    await toFault(`${invariant}: ${subject}: ${detail}`, await findOrderOf(db, subject))

  return async (worlds, unfinished) => {
    const breaches = [
      ...(await checkInvariants(db)),
      ...(await compareCharges(db)),
      ...(await compareParcels(db)),
      ...(await reconcileCharges(deps, new Date(Date.now() - reconciledMs))),
    ]
    const fresh = breaches.filter(({ invariant, subject }) => !known.has(`${invariant} ${subject}`))
    for (const { invariant, subject } of fresh) known.add(`${invariant} ${subject}`)
    return [
      ...worlds.flatMap(({ seed, journal }) => journal.troubles.map(what => ({ what, seed, orderId: null }))),
      ...(await Promise.all(unfinished.map(({ what, orderId }) => toFault(`still under way: ${what}`, orderId)))),
      ...(await Promise.all(fresh.map(readBreach))),
    ]
  }
}
