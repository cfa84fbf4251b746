import { slugPattern } from '@makegood/core/catalogue/list-terms'
import { priceMinorMax, skuPattern } from '@makegood/core/catalogue/operator-inputs'
import { newId } from '@makegood/core/ids'
import type { Inputs, Outputs } from '@/lib/trpc/router'

export type Product = Outputs['admin']['catalogue']['get']
type Saved = Inputs['admin']['catalogue']['save']

/** What stands in the form of a product: what a save sends, without the version. */
export type Draft = Omit<Saved, 'version'> & { readonly slug: string }
export type DraftVariant = Draft['variants'][number]

export const textFields = ['nameKo', 'nameEn', 'descriptionKo', 'descriptionEn', 'detailsKo', 'detailsEn'] as const

export const draftOf = (product: Product): Draft => ({
  productId: product.id,
  slug: product.slug,
  categorySlug: product.categorySlug,
  nameKo: product.nameKo,
  nameEn: product.nameEn,
  descriptionKo: product.descriptionKo,
  descriptionEn: product.descriptionEn,
  detailsKo: product.detailsKo,
  detailsEn: product.detailsEn,
  colour: product.colour,
  mended: product.mended,
  variants: product.variants.map(({ id, sku, optionKo, optionEn, price, active }) => ({
    id,
    sku,
    optionKo,
    optionEn,
    priceMinor: price.amountMinor,
    active,
  })),
})

export const emptyVariant = (): DraftVariant => ({
  id: newId('variant', new Date()),
  sku: '',
  optionKo: '',
  optionEn: '',
  priceMinor: '',
  active: true,
})

export const emptyDraft = (categorySlug: string): Draft => ({
  productId: newId('product', new Date()),
  slug: '',
  categorySlug,
  nameKo: '',
  nameEn: '',
  descriptionKo: '',
  descriptionEn: '',
  detailsKo: '',
  detailsEn: '',
  colour: 'white',
  mended: false,
  variants: [{ ...emptyVariant(), optionKo: '기본', optionEn: 'One size' }],
})

export type DraftProblem = 'required' | 'price' | 'sku' | 'skuTwice' | 'slug'

/** What is wrong with a draft, by field; a variant's field is named with its id. */
export const checkDraft = (draft: Draft): ReadonlyMap<string, DraftProblem> => {
  const problems = new Map<string, DraftProblem>()
  for (const field of ['nameKo', 'nameEn'] as const) if (draft[field].trim() === '') problems.set(field, 'required')
  if (!slugPattern.test(draft.slug)) problems.set('slug', 'slug')
  for (const variant of draft.variants) {
    const at = (field: keyof DraftVariant) => `${variant.id}.${field}`
    for (const field of ['optionKo', 'optionEn'] as const)
      if (variant[field].trim() === '') problems.set(at(field), 'required')
    if (!isPrice(variant.priceMinor)) problems.set(at('priceMinor'), 'price')
    if (!skuPattern.test(variant.sku)) problems.set(at('sku'), 'sku')
    else if (draft.variants.some(other => other.id !== variant.id && isSame(other.sku, variant.sku)))
      problems.set(at('sku'), 'skuTwice')
  }
  return problems
}

const isPrice = (text: string): boolean => /^[1-9]\d{0,8}$/.test(text) && Number(text) <= priceMinorMax
const isSame = (one: string, other: string): boolean => one.toLowerCase() === other.toLowerCase()

/** A price that more than doubles or falls below half is asked for twice: a digit is missed easily. */
export const bigPriceChange = (before: Draft, after: Draft): { before: DraftVariant; after: DraftVariant } | null => {
  for (const variant of after.variants) {
    const was = before.variants.find(({ id }) => id === variant.id)
    if (!was || was.priceMinor === variant.priceMinor) continue
    const [old, now] = [Number(was.priceMinor), Number(variant.priceMinor)]
    if (now > old * 2 || now * 2 < old) return { before: was, after: variant }
  }
  return null
}

export const isSameDraft = (one: Draft, other: Draft): boolean => JSON.stringify(one) === JSON.stringify(other)

/** The variants with the one at this place one place further up or down. */
export const moveVariant = (variants: readonly DraftVariant[], index: number, by: 1 | -1): DraftVariant[] => {
  const moved = [...variants]
  const [variant] = moved.splice(index, 1)
  if (variant) moved.splice(index + by, 0, variant)
  return moved
}
