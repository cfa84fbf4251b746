import { getLocale, getTranslations } from 'next-intl/server'
import { getEnv } from '@/env'
import { getPathname } from '@/i18n/navigation'
import { JsonLd } from './json-ld'

/** Who the shop is, and how to search it. */
export const ShopJsonLd = async () => {
  const { webUrl } = getEnv()
  const locale = await getLocale()
  const t = await getTranslations('meta')
  const home = `${webUrl}${getPathname({ href: '/', locale })}`
  const list = `${webUrl}${getPathname({ href: '/products', locale })}`
  const shop = {
    '@type': 'OnlineStore',
    '@id': `${webUrl}/#shop`,
    name: 'makegood',
    url: home,
    logo: `${webUrl}/icon.svg`,
  }
  const site = {
    '@type': 'WebSite',
    '@id': `${home}#site`,
    name: 'makegood',
    description: t('description'),
    url: home,
    inLanguage: locale,
    publisher: { '@id': shop['@id'] },
    potentialAction: {
      '@type': 'SearchAction',
      target: { '@type': 'EntryPoint', urlTemplate: `${list}?q={search_term_string}` },
      'query-input': 'required name=search_term_string',
    },
  }
  return <JsonLd data={{ '@graph': [shop, site] }} />
}
