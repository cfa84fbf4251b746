import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { slugSchema } from '@makegood/core/catalogue/inputs'
import { expect, test } from 'vitest'
import { categories } from './categories.ts'
import type { Words } from './product-seed.ts'
import { products } from './products.ts'

const publicDir = join(import.meta.dirname, '..', '..', '..', '..', '..', 'apps', 'web', 'public')

test.each(products)('$slug has words in both languages, all its pictures and a category of the shop', product => {
  const { slug, name, description, details, pictures, variants } = product
  expect(slugSchema.parse(slug)).toBe(slug)
  expect(categories.map(category => category.slug)).toContain(product.category)
  const words: Words[] = [name, description, ...pictures, ...variants.map(variant => variant.option)]
  for (const { ko, en } of words.filter(({ ko }) => !/^[\d.]+ m?L$/.test(ko))) {
    expect(ko).toMatch(/[가-힣]|cm/)
    expect(en).toMatch(/^[^가-힣]+$/)
  }
  expect(details.ko).toHaveLength(details.en.length)
  for (const file of pictures.flatMap((_, index) => [`${slug}-${index + 1}.webp`, `${slug}-${index + 1}-400.webp`]))
    expect(existsSync(join(publicDir, 'pictures', file)), file).toBe(true)
})

test('names, option keys and slugs are each used once; prices are positive; two options are sold out', () => {
  const all = products.flatMap(({ slug, variants }) =>
    variants.map(variant => ({ ...variant, key: `${slug}-${variant.key}` })),
  )
  for (const names of [
    products.map(p => p.slug),
    products.map(p => p.name.ko),
    products.map(p => p.name.en),
    all.map(v => v.key),
  ])
    expect(new Set(names).size).toBe(names.length)
  for (const { priceMinor, units } of all) {
    expect(priceMinor).toBeGreaterThan(0n)
    expect(units).toBeGreaterThanOrEqual(0)
  }
  expect(all.filter(variant => variant.units === 0).map(variant => variant.key)).toEqual([
    'onggi-jar-8l',
    'sky-pitcher-1400ml',
  ])
  expect(products.filter(product => product.variants.length > 1).length).toBeGreaterThanOrEqual(4)
})
