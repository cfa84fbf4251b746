import type { Db } from '../../client.ts'
import type { Prisma } from '../../generated/prisma/client.ts'
import type { StoryAddresses } from './message-rows.ts'
import { planStory, planTrouble, type StoryGoods, type StoryOrder, type Trouble } from './plan-story.ts'
import { type OutsidePast, outsidePast } from './tell-outside.ts'
import { writeStory } from './write-story.ts'

// Any number will do as long as nothing else in the database uses it for a lock.
const lockNumber = 7_204_014

export type StorySeed = StoryAddresses & {
  readonly now: Date
  /** Tells gateway and carrier what they have seen; where they cannot be told, nothing is written. */
  readonly tell: (past: OutsidePast) => Promise<void>
}

export type SeededStory = { readonly orders: number; readonly troubles: number }

/**
 * Puts five weeks of orders into a demo shop that has none yet, with what went wrong and waits to be put right: all of it or
 * nothing, once. A shop in which anybody has bought already is left alone.
 */
export const seedStory = (db: Db, { now, tell, ...addresses }: StorySeed): Promise<SeededStory> =>
  db.$transaction(
    async tx => {
      await tx.$executeRaw`select pg_advisory_xact_lock(${lockNumber}::bigint)`
      if ((await tx.order.findFirst({ select: { id: true } })) !== null) return { orders: 0, troubles: 0 }
      const orders = planStory(await readGoods(tx), now)
      await writeStory(tx, orders, addresses)
      await tell(outsidePast(orders))
      return { orders: orders.length, troubles: orders.filter(({ trouble }) => trouble !== null).length }
    },
    { maxWait: 5000, timeout: 60_000 },
  )

/** Puts one of the story's failures into a shop that sells already, with orders of these goods; for tests of its repair. */
export const seedTrouble = (
  db: Db,
  { variantIds, trouble }: { readonly variantIds: readonly string[]; readonly trouble: Trouble },
  { now, tell, ...addresses }: StorySeed,
): Promise<readonly StoryOrder[]> =>
  db.$transaction(
    async tx => {
      const goods = (await readGoods(tx)).filter(({ variantId }) => variantIds.includes(variantId))
      const orders = planTrouble(goods, now, trouble)
      await writeStory(tx, orders, addresses)
      await tell(outsidePast(orders))
      return orders
    },
    { maxWait: 5000, timeout: 60_000 },
  )

const readGoods = (tx: Prisma.TransactionClient): Promise<StoryGoods[]> => tx.$queryRaw<StoryGoods[]>`
  select v.id as "variantId", p.name_ko as "nameKo", p.name_en as "nameEn", v.option_ko as "optionKo", v.option_en as "optionEn",
    coalesce((select path from picture where product_id = p.id order by position limit 1), '') as "picturePath",
    v.price_minor as "priceMinor", s.available
  from variant v join product p on p.id = v.product_id join stock s on s.variant_id = v.id
  where v.active and p.published order by v.id`
