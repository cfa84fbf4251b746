import { newId } from '@makegood/core/ids'
import type { Db } from '../../client.ts'

export type SeededProduct = {
  readonly productId: string
  readonly slug: string
  readonly variantId: string
  readonly priceMinor: bigint
}

/** One published product with one variant and this many units in stock. */
export const seedProductWithStock = async (
  db: Db,
  { units, priceMinor = 28_000n }: { readonly units: number; readonly priceMinor?: bigint },
): Promise<SeededProduct> => {
  const at = new Date()
  const productId = newId('product', at)
  const variantId = newId('variant', at)
  const slug = `bowl-${productId.slice(-12)}`
  await db.category.createMany({
    data: [{ slug: 'bowls', nameKo: '그릇', nameEn: 'Bowls', position: 1 }],
    skipDuplicates: true,
  })
  await db.product.create({
    data: {
      id: productId,
      slug,
      categorySlug: 'bowls',
      nameKo: `대접 ${slug}`,
      nameEn: `Bowl ${slug}`,
      descriptionKo: '손으로 빚은 대접입니다.',
      descriptionEn: 'A bowl made by hand.',
      detailsKo: '지름 18 cm',
      detailsEn: '18 cm across',
      position: 1,
      variants: {
        create: {
          id: variantId,
          sku: variantId,
          optionKo: '기본',
          optionEn: 'One size',
          priceMinor,
          currency: 'KRW',
          position: 1,
          stock: { create: { received: units, available: units } },
        },
      },
    },
  })
  return { productId, slug, variantId, priceMinor }
}
