import { getLocale } from 'next-intl/server'
import { getEnv } from '@/env'
import { getPathname } from '@/i18n/navigation'
import { JsonLd } from './json-ld'

/** The way from the home page to where the reader is, the last step being this page. */
export const TrailJsonLd = async ({
  steps,
}: {
  steps: readonly { readonly name: string; readonly path: string }[]
}) => {
  const { webUrl } = getEnv()
  const locale = await getLocale()
  const itemListElement = steps.map(({ name, path }, index) => ({
    '@type': 'ListItem',
    position: index + 1,
    name,
    item: `${webUrl}${getPathname({ href: path, locale })}`,
  }))
  return <JsonLd data={{ '@type': 'BreadcrumbList', itemListElement }} />
}
