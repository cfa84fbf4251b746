/** The same words in both languages. */
export type Words = { readonly ko: string; readonly en: string }

export type VariantSeed = {
  /** Stable: the variant's id and stock-keeping unit are made from the product's slug and this. */
  readonly key: string
  readonly option: Words
  readonly priceMinor: bigint
  readonly units: number
}

export type ProductSeed = {
  readonly slug: string
  readonly category: string
  readonly mended: boolean
  readonly name: Words
  readonly description: Words
  /** One fact a line. */
  readonly details: { readonly ko: readonly string[]; readonly en: readonly string[] }
  /** What is to be seen in `/pictures/<slug>-1.webp` and `-2.webp`. */
  readonly pictures: readonly [Words, Words]
  readonly variants: readonly VariantSeed[]
}
