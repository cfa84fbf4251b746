import type { ImportTargets, PlannedLine } from '@makegood/core/catalogue/plan-import'
import { newId } from '@makegood/core/ids'
import type { Tx } from '../client.ts'
import { sayWhyStock } from '../stock/say-why-stock.ts'

const sliceSize = 1000

type Work = { readonly lines: readonly PlannedLine[]; readonly targets: ImportTargets; readonly at: Date }
type ByKey = { readonly products: ReadonlyMap<string, string>; readonly variants: ReadonlyMap<string, string> }

/** Every product and variant that the lines name, by what the file calls it; those that are not there yet get an id. */
export const nameThings = ({ lines, targets, at }: Work): ByKey => ({
  products: new Map(
    [...new Set(lines.map(line => line.product))].map(slug => [
      slug,
      targets.products.get(slug)?.id ?? newId('product', at),
    ]),
  ),
  variants: new Map(lines.map(line => [line.sku, targets.variants.get(line.sku)?.id ?? newId('variant', at)])),
})

/** Writes what the planned lines make and change, a thousand a statement, in the caller's transaction. */
export const writePlanned = async (
  tx: Tx,
  lines: readonly PlannedLine[],
  ids: ByKey,
  why: { readonly note: string; readonly operatorId: string; readonly requestId: string },
): Promise<void> => {
  const byProduct = Map.groupBy(lines, line => line.product)
  const products = [...byProduct].map(([slug, ofProduct]) => ({
    id: ids.products.get(slug),
    slug,
    ...Object.assign({}, ...ofProduct.map(line => line.values)),
  }))
  for (const slice of slicesOf(products)) await writeProducts(tx, JSON.stringify(slice))
  const variants = lines.map(line => ({
    ...line.values,
    id: ids.variants.get(line.sku),
    product_id: ids.products.get(line.product),
    by: line.stockBy,
  }))
  for (const slice of slicesOf(variants)) await writeVariantRows(tx, JSON.stringify(slice))
  // Drafts become what they shall be last: nothing is on sale before it has something to buy.
  for (const slice of slicesOf(products)) await writeStates(tx, JSON.stringify(slice))
  // As every writer of stock, in id order.
  const moves = variants
    .filter(variant => variant.by !== 0)
    .sort((one, other) => (String(one.id) < String(other.id) ? -1 : 1))
  await sayWhyStock(tx, { kind: 'imported', ...why })
  for (const slice of slicesOf(moves)) await moveStock(tx, JSON.stringify(slice))
}

const slicesOf = <Item>(items: readonly Item[]): readonly (readonly Item[])[] =>
  Array.from({ length: Math.ceil(items.length / sliceSize) }, (_, at) =>
    items.slice(at * sliceSize, (at + 1) * sliceSize),
  )

const writeProducts = (tx: Tx, rows: string) => tx.$executeRaw`
  insert into product as p (id, slug, category_slug, name_ko, name_en, description_ko, description_en, details_ko, details_en,
    colour, mended, published, position)
  select w.id, w.slug, coalesce(w.category, o.category_slug), coalesce(w.name_ko, o.name_ko), coalesce(w.name_en, o.name_en),
    coalesce(w.description_ko, o.description_ko, ''), coalesce(w.description_en, o.description_en, ''),
    coalesce(w.details_ko, o.details_ko, ''), coalesce(w.details_en, o.details_en, ''), coalesce(w.colour, o.colour, 'white'),
    coalesce(w.mended = 'yes', o.mended, false), false,
    (select coalesce(max(position), 0) from product) + row_number() over ()
  from jsonb_to_recordset(${rows}::jsonb) as w(id text, slug text, category text, name_ko text, name_en text,
    description_ko text, description_en text, details_ko text, details_en text, colour text, mended text)
  left join product o on o.id = w.id
  on conflict (id) do update set version = p.version + 1, category_slug = excluded.category_slug, name_ko = excluded.name_ko,
    name_en = excluded.name_en, description_ko = excluded.description_ko, description_en = excluded.description_en,
    details_ko = excluded.details_ko, details_en = excluded.details_en, colour = excluded.colour, mended = excluded.mended`

const writeStates = (tx: Tx, rows: string) => tx.$executeRaw`
  update product p set published = w.state = 'published', archived_at = case when w.state = 'archived' then now() end
  from jsonb_to_recordset(${rows}::jsonb) as w(id text, state text)
  where p.id = w.id and w.state is not null and w.state <> case when p.archived_at is not null then 'archived'
    when p.published then 'published' else 'draft' end`

const writeVariantRows = async (tx: Tx, rows: string): Promise<void> => {
  await tx.$executeRaw`
    insert into variant as v (id, product_id, sku, option_ko, option_en, price_minor, currency, active, position)
    select w.id, w.product_id, w.sku, coalesce(w.option_ko, o.option_ko), coalesce(w.option_en, o.option_en),
      coalesce(w.price::bigint, o.price_minor), 'KRW', coalesce(w.sold = 'yes', o.active, true),
      (select coalesce(max(position), 0) from variant x where x.product_id = w.product_id)
        + row_number() over (partition by w.product_id)
    from jsonb_to_recordset(${rows}::jsonb) as w(id text, product_id text, sku text, option_ko text, option_en text,
      price text, sold text)
    left join variant o on o.id = w.id
    on conflict (id) do update set option_ko = excluded.option_ko, option_en = excluded.option_en,
      price_minor = excluded.price_minor, active = excluded.active
    where (v.option_ko, v.option_en, v.price_minor, v.active)
      is distinct from (excluded.option_ko, excluded.option_en, excluded.price_minor, excluded.active)`
  await tx.$executeRaw`
    insert into stock as s (variant_id, received, available, low_at)
    select w.id, 0, 0, coalesce(w.low_at::int, 5) from jsonb_to_recordset(${rows}::jsonb) as w(id text, low_at text)
    on conflict (variant_id) do nothing`
  await tx.$executeRaw`
    update stock s set low_at = w.low_at::int from jsonb_to_recordset(${rows}::jsonb) as w(id text, low_at text)
    where s.variant_id = w.id and w.low_at is not null and s.low_at <> w.low_at::int`
}

const moveStock = async (tx: Tx, rows: string): Promise<void> => {
  await tx.$queryRaw`
    select 1 from stock s join jsonb_to_recordset(${rows}::jsonb) as w(id text) on w.id = s.variant_id
    order by s.variant_id for update of s`
  await tx.$executeRaw`
    update stock s set received = s.received + w.by, available = s.available + w.by, updated_at = now()
    from jsonb_to_recordset(${rows}::jsonb) as w(id text, by int) where s.variant_id = w.id`
}
