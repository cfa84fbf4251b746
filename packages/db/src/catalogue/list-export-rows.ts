import type { ImportColumn } from '@makegood/core/catalogue/import-columns'
import type { Tx } from '../client.ts'

export type ExportRow = { readonly id: string; readonly values: Readonly<Record<ImportColumn, string>> }

const pageSize = 500

/** The next five hundred variants after one, as lines of a file of products; by key, so that a long export holds nothing. */
export const listExportRows = async (db: Tx, after: string | null): Promise<readonly ExportRow[]> =>
  await db.$queryRaw<ExportRow[]>`
    select v.id, jsonb_build_object('product', p.slug, 'category', p.category_slug, 'state',
        case when p.archived_at is not null then 'archived' when p.published then 'published' else 'draft' end,
        'name_ko', p.name_ko, 'name_en', p.name_en, 'description_ko', p.description_ko, 'description_en', p.description_en,
        'details_ko', p.details_ko, 'details_en', p.details_en, 'colour', p.colour,
        'mended', case when p.mended then 'yes' else 'no' end, 'sku', v.sku, 'option_ko', v.option_ko,
        'option_en', v.option_en, 'price', v.price_minor::text, 'sold', case when v.active then 'yes' else 'no' end,
        'available', coalesce(s.available, 0)::text, 'available_new', '', 'low_at', coalesce(s.low_at, 5)::text) as values
    from variant v join product p on p.id = v.product_id left join stock s on s.variant_id = v.id
    where ${after}::text is null or v.id > ${after} order by v.id limit ${pageSize}`
