import { locales } from '@makegood/core/locale'
import type { MetadataRoute } from 'next'
import { connection } from 'next/server'
import { getEnv } from '@/env'
import { termsPlaces } from '@/features/terms/terms-places'
import { getPathname } from '@/i18n/navigation'
import { getApi } from '@/lib/trpc/server'

/** A sitemap may name 50,000 addresses; each page here has one a language. */
const productsMax = 20_000
const slugsAtOnce = 5000

/** Every page that is for everybody, in each language, naming the other. */
export default async function sitemap(): Promise<MetadataRoute.Sitemap> {
  await connection()
  const { webUrl } = getEnv()
  const address = (path: string, locale: (typeof locales)[number]) => `${webUrl}${getPathname({ href: path, locale })}`
  return (await listPaths()).flatMap(path => {
    const languages = Object.fromEntries(locales.map(language => [language, address(path, language)]))
    return locales.map(locale => ({
      url: address(path, locale),
      alternates: { languages: { ...languages, 'x-default': address(path, 'ko') } },
    }))
  })
}

const listPaths = async (): Promise<readonly string[]> => {
  const { catalogue } = (await getApi()).store
  const { categories } = await catalogue.listCategories.query({ locale: 'ko' })
  const slugs: string[] = []
  while (slugs.length < productsMax) {
    const after = slugs.at(-1)
    const page = await catalogue.listSlugs.query({ ...(after ? { after } : {}), limit: slugsAtOnce })
    slugs.push(...page.slugs)
    if (page.slugs.length < slugsAtOnce) break
  }
  const kinds = categories.filter(({ count }) => count > 0).map(({ slug }) => `/products?category=${slug}`)
  return ['/', '/products', ...termsPlaces.map(({ path }) => path), ...kinds, ...slugs.map(slug => `/products/${slug}`)]
}
