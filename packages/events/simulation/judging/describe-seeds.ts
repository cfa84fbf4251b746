import type { Db } from '@makegood/db/client'
import type { SeedsRun } from '../run-seeds.ts'
import { describeOrder } from './describe-order.ts'

const ordersMax = 5

/** What went wrong in a run: each fault, what the actors of its seed did, and all that is on record of its orders. */
export const describeSeeds = async (db: Db, { faults, worlds }: SeedsRun): Promise<readonly string[]> => {
  const lines: string[] = []
  const bySeed = Map.groupBy(faults, fault => fault.seed)
  for (const [seed, own] of bySeed) {
    lines.push('', seed === null ? 'of no one seed:' : `seed ${seed}:`)
    for (const { what } of own) lines.push(`  FAULT ${what}`)
    const world = worlds.find(candidate => candidate.seed === seed)
    if (world) lines.push('  what was done:', ...world.journal.lines.map(line => `  ${line}`))
    const orderIds = new Set(own.flatMap(({ orderId }) => orderId ?? []))
    for (const orderId of [...orderIds].slice(0, ordersMax))
      lines.push(...(await describeOrder(db, orderId)).map(line => `    ${line}`))
  }
  return lines
}
