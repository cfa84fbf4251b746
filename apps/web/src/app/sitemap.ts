import { locales } from '@makegood/core/locale'
import type { MetadataRoute } from 'next'
import { connection } from 'next/server'
import { getEnv } from '@/env'
import { getPathname } from '@/i18n/navigation'
import { getApi } from '@/lib/trpc/server'

/** Sitemaps stay far below the protocol's 50,000 addresses. */
const pagesMax = 100

/** Every page that is for everybody, in each language, naming the other. */
export default async function sitemap(): Promise<MetadataRoute.Sitemap> {
  await connection()
  const { webUrl } = getEnv()
  const api = await getApi()
  const paths = ['/', '/products']
  for (let page = 1; page <= pagesMax; page += 1) {
    const { products, total, pageSize } = await api.store.catalogue.list.query({ locale: 'ko', page })
    paths.push(...products.map(product => `/products/${product.slug}`))
    if (page * pageSize >= total) break
  }
  const address = (path: string, locale: (typeof locales)[number]) => `${webUrl}${getPathname({ href: path, locale })}`
  return paths.flatMap(path =>
    locales.map(locale => ({
      url: address(path, locale),
      alternates: { languages: Object.fromEntries(locales.map(language => [language, address(path, language)])) },
    })),
  )
}
