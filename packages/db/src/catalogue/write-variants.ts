import type { SaveProductInput } from '@makegood/core/catalogue/operator-inputs'
import { DomainError } from '@makegood/core/errors'
import type { Tx } from '../client.ts'

const currency = 'KRW'

/**
 * Makes a product's variants what they shall be, in the given order, in the caller's transaction: a new one begins with an
 * empty stock, and one that is left out is sold no more and stays for the orders that have it. A SKU that another variant
 * of the shop has is refused by name.
 */
export const writeVariants = async (
  tx: Tx,
  productId: string,
  variants: SaveProductInput['variants'],
): Promise<void> => {
  await refuseTaken(tx, productId, variants)
  const rows = JSON.stringify(variants.map((variant, index) => ({ ...variant, position: index + 1 })))
  // A SKU may go from one variant of the product to another: in between each has one that nobody else has.
  await tx.$executeRaw`
    update variant v set sku = v.id from jsonb_to_recordset(${rows}::jsonb) as w(id text, sku text)
    where v.id = w.id and v.product_id = ${productId} and v.sku <> w.sku`
  await tx.$executeRaw`
    update variant set active = false, position = position + 1000
    where product_id = ${productId} and not (id = any(${variants.map(({ id }) => id)}::text[]))
      and (active or position < 1000)`
  const written = await tx.$executeRaw`
    insert into variant (id, product_id, sku, option_ko, option_en, price_minor, currency, active, position)
    select w.id, ${productId}, w.sku, w."optionKo", w."optionEn", w."priceMinor"::bigint, ${currency}, w.active, w.position
    from jsonb_to_recordset(${rows}::jsonb) as w(id text, sku text, "optionKo" text, "optionEn" text, "priceMinor" text,
      active boolean, position int)
    on conflict (id) do update set sku = excluded.sku, option_ko = excluded.option_ko, option_en = excluded.option_en,
      price_minor = excluded.price_minor, active = excluded.active, position = excluded.position
    where variant.product_id = ${productId}`
  if (written !== variants.length)
    throw new DomainError('conflict', 'a variant belongs to another product', { reason: 'variant-of-another' })
  await tx.$executeRaw`
    insert into stock (variant_id, received, available)
    select id, 0, 0 from variant where product_id = ${productId} on conflict (variant_id) do nothing`
}

const refuseTaken = async (tx: Tx, productId: string, variants: SaveProductInput['variants']): Promise<void> => {
  const taken = await tx.$queryRaw<{ sku: string }[]>`
    select v.sku from variant v where v.sku = any(${variants.map(({ sku }) => sku)}::text[])
      and v.id <> all(${variants.map(({ id }) => id)}::text[]) order by v.sku limit 10`
  if (taken.length > 0)
    throw new DomainError('conflict', `${productId} asks for SKUs of others`, {
      reason: 'sku-taken',
      skus: taken.map(({ sku }) => sku),
    })
}
