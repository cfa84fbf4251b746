import type { Tx } from '../client.ts'

/** Addresses of everything that is for sale, in their own order, after the one given; the page is short only at the end. */
export const listSlugs = async (
  db: Tx,
  { after, limit }: { readonly after: string | null; readonly limit: number },
): Promise<readonly string[]> => {
  const rows = await db.$queryRaw<{ slug: string }[]>`
    select slug from product
    where published and price_low_minor is not null and (${after}::text is null or slug > ${after})
    order by slug limit ${limit}::int`
  return rows.map(row => row.slug)
}
