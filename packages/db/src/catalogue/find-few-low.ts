import type { Tx } from '../client.ts'

/** Where so many run low, one of a few pages of products does. */
const fewAtMost = 2000

/**
 * The products of which something runs low, or null where that is so many that whoever walks through all products meets one
 * soon. What runs low cannot be guessed from the counts of a table, so the database would walk in either case.
 */
export const findFewLow = async (db: Tx, fewMax = fewAtMost): Promise<readonly string[] | null> => {
  const rows = await db.$queryRaw<{ productId: string; active: boolean }[]>`
    select v.product_id as "productId", v.active from (
      select variant_id from stock where low_available is not null order by low_available, variant_id
      limit ${fewMax + 1}) s
    join variant v on v.id = s.variant_id`
  if (rows.length > fewMax) return null
  return [...new Set(rows.filter(({ active }) => active).map(({ productId }) => productId))]
}
