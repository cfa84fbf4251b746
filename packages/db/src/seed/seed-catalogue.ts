import type { Prisma } from '../generated/prisma/client.ts'
import { sayWhyStock } from '../stock/say-why-stock.ts'
import { categories } from './catalogue/categories.ts'
import type { ProductSeed } from './catalogue/product-seed.ts'
import { products } from './catalogue/products.ts'
import { seedId } from './seed-id.ts'

/** The demo goods have been there since before the demo orders. */
const storyMs = 37 * 24 * 60 * 60 * 1000

/**
 * Adds the demo products that the shop does not have yet, each with its variants, stock and pictures, and answers how many.
 * A product that is there is left as it is, stock and prices included: what was sold or changed stays so.
 */
export const seedCatalogue = async (tx: Prisma.TransactionClient): Promise<number> => {
  await tx.category.createMany({
    data: categories.map(({ slug, name }, index) => ({ slug, nameKo: name.ko, nameEn: name.en, position: index + 1 })),
    skipDuplicates: true,
  })
  const there = await tx.product.findMany({
    where: { OR: [{ id: { in: products.map(idOf) } }, { slug: { in: products.map(product => product.slug) } }] },
    select: { id: true, slug: true },
  })
  const isThere = (product: ProductSeed) => there.some(({ id, slug }) => id === idOf(product) || slug === product.slug)
  const missing = [...products.entries()].filter(([, product]) => !isThere(product))
  await tx.product.createMany({ data: missing.map(([index, product]) => toProduct(product, index + 1)) })
  const added = missing.map(([, product]) => product)
  await tx.picture.createMany({ data: added.flatMap(toPictures) })
  await tx.variant.createMany({ data: added.flatMap(toVariants) })
  await sayWhyStock(tx, { at: new Date(Date.now() - storyMs) })
  await tx.stock.createMany({ data: added.flatMap(toStock) })
  await sayWhyStock(tx, {})
  return added.length
}

const idOf = ({ slug }: ProductSeed): string => seedId('product', slug)

const toProduct = (product: ProductSeed, position: number) => ({
  id: idOf(product),
  slug: product.slug,
  categorySlug: product.category,
  nameKo: product.name.ko,
  nameEn: product.name.en,
  descriptionKo: product.description.ko,
  descriptionEn: product.description.en,
  detailsKo: product.details.ko.join('\n'),
  detailsEn: product.details.en.join('\n'),
  mended: product.mended,
  colour: product.colour,
  position,
})

const toPictures = ({ slug, pictures }: ProductSeed) =>
  pictures.map((alt, index) => ({
    id: seedId('picture', `${slug}-${index + 1}`),
    productId: seedId('product', slug),
    path: `/pictures/${slug}-${index + 1}.webp`,
    altKo: alt.ko,
    altEn: alt.en,
    width: 800,
    height: 1000,
    position: index + 1,
  }))

const toVariants = ({ slug, variants }: ProductSeed) =>
  variants.map(({ key, option, priceMinor }, index) => ({
    id: seedId('variant', `${slug}-${key}`),
    productId: seedId('product', slug),
    sku: `${slug}-${key}`.toUpperCase(),
    optionKo: option.ko,
    optionEn: option.en,
    priceMinor,
    currency: 'KRW',
    position: index + 1,
  }))

const toStock = ({ slug, variants }: ProductSeed) =>
  variants.map(({ key, units }) => ({
    variantId: seedId('variant', `${slug}-${key}`),
    received: units,
    available: units,
  }))
