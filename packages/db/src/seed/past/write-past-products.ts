import type { Tx } from '../../client.ts'
import { Prisma } from '../../generated/prisma/client.ts'
import { idInSql } from './past-ids.ts'

const made = Prisma.sql`timestamptz '2024-01-01'`
const goods = Prisma.sql`array['사발','접시','찻잔','꽃병','항아리','다관','수저','쟁반']`
const goodsEn = Prisma.sql`array['bowl','plate','cup','vase','jar','teapot','spoon','tray']`

/** So many products from one number on, each with two variants and their stock; the categories must be there. */
export const writePastProducts = async (tx: Tx, from: number, count: number): Promise<void> => {
  const to = from + count - 1
  await tx.$executeRaw`
    insert into product (id, slug, category_slug, name_ko, name_en, description_ko, description_en, details_ko, details_en,
      position, created_at)
    select ${idInSql('prd', Prisma.sql`n`, made)}, 'past-' || n, c.slug, (${goods})[n % 8 + 1] || ' ' || n,
      'Past ' || (${goodsEn})[n % 8 + 1] || ' ' || n, '손으로 빚은 것입니다.', 'Made by hand.', '흙', 'Clay', 1000 + n,
      ${made} + n * interval '10 minutes'
    from generate_series(${from}::int, ${to}::int) n
    join (select slug, row_number() over (order by position) - 1 as k, count(*) over () as of from category) c on c.k = n % c.of
    on conflict do nothing`
  await tx.$executeRaw`
    insert into variant (id, product_id, sku, option_ko, option_en, price_minor, currency, position)
    select ${idInSql('var', Prisma.sql`n * 2 + k`, made)}, ${idInSql('prd', Prisma.sql`n`, made)}, 'PAST-' || n || '-' || k,
      case k when 0 then '작은 것' else '큰 것' end, case k when 0 then 'small' else 'large' end,
      (5 + n % 90) * 1000 + k * 5000, 'KRW', k + 1
    from generate_series(${from}::int, ${to}::int) n, generate_series(0, 1) k on conflict do nothing`
  await tx.$executeRaw`
    insert into stock (variant_id, received, available)
    select ${idInSql('var', Prisma.sql`n * 2 + k`, made)}, 20 + n % 80, 20 + n % 80
    from generate_series(${from}::int, ${to}::int) n, generate_series(0, 1) k on conflict do nothing`
}
