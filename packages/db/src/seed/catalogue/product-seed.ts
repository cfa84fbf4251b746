import type { ProductColour } from '@makegood/core/catalogue/colours'

/** The same words in both languages. */
export type Words = { readonly ko: string; readonly en: string }

export type VariantSeed = {
  /** Stable: the variant's id and stock-keeping unit are made from the product's slug and this. */
  readonly key: string
  readonly option: Words
  readonly priceMinor: bigint
  readonly units: number
}

type TwoToFour<T> = readonly [T, T] | readonly [T, T, T] | readonly [T, T, T, T]

export type ProductSeed = {
  readonly slug: string
  readonly category: string
  readonly colour: ProductColour
  readonly mended: boolean
  readonly name: Words
  readonly description: Words
  /** One fact a line. */
  readonly details: { readonly ko: readonly string[]; readonly en: readonly string[] }
  /** What is to be seen in `/pictures/<slug>-1.webp`, `-2.webp` and so on. */
  readonly pictures: TwoToFour<Words>
  readonly variants: readonly VariantSeed[]
}
