import type { ImportColumn } from '@makegood/core/catalogue/import-columns'
import type { ImportTargets } from '@makegood/core/catalogue/plan-import'
import type { Tx } from '../client.ts'

type ProductRow = {
  slug: string
  id: string
  values: Partial<Record<ImportColumn, string>>
  variants: { sku: string; sold: boolean }[]
}
type VariantRow = { sku: string; id: string; product: string; values: Partial<Record<ImportColumn, string>> }

export type ImportKeys = { readonly products: readonly string[]; readonly skus: readonly string[] }

/** What the shop has now of the products and SKUs that a file names, in the words of the file's columns. */
export const readImportTargets = async (tx: Tx, { products, skus }: ImportKeys): Promise<ImportTargets> => {
  const categories = await tx.$queryRaw<{ slug: string }[]>`select slug from category`
  const productRows = await tx.$queryRaw<ProductRow[]>`
    select p.slug, p.id,
      jsonb_build_object('category', p.category_slug, 'state',
        case when p.archived_at is not null then 'archived' when p.published then 'published' else 'draft' end,
        'name_ko', p.name_ko, 'name_en', p.name_en, 'description_ko', p.description_ko, 'description_en', p.description_en,
        'details_ko', p.details_ko, 'details_en', p.details_en, 'colour', p.colour,
        'mended', case when p.mended then 'yes' else 'no' end) as values,
      (select coalesce(jsonb_agg(jsonb_build_object('sku', v.sku, 'sold', v.active)), '[]')
        from variant v where v.product_id = p.id) as variants
    from product p where p.slug = any(${[...products]}::text[])`
  const variantRows = await tx.$queryRaw<VariantRow[]>`
    select v.sku, v.id, p.slug as product,
      jsonb_build_object('option_ko', v.option_ko, 'option_en', v.option_en, 'price', v.price_minor::text,
        'sold', case when v.active then 'yes' else 'no' end, 'available', coalesce(s.available, 0)::text,
        'low_at', coalesce(s.low_at, 5)::text) as values
    from variant v join product p on p.id = v.product_id left join stock s on s.variant_id = v.id
    where v.sku = any(${[...skus]}::text[])`
  return {
    categories: new Set(categories.map(({ slug }) => slug)),
    products: new Map(productRows.map(({ slug, id, values, variants }) => [slug, { id, values, variants }])),
    variants: new Map(variantRows.map(({ sku, id, product, values }) => [sku, { id, product, values }])),
  }
}
