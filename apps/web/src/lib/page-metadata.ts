import type { Metadata } from 'next'
import { getPathname } from '@/i18n/navigation'
import { routing } from '@/i18n/routing'

type Page = {
  locale: (typeof routing.locales)[number]
  path: string
  title?: string
  description?: string
  picture?: { readonly path: string; readonly alt: string; readonly width: number; readonly height: number }
}

/** What a link to the shop shows where the page has no picture of its own. */
const sharePicture = { path: '/pictures/share.jpg', alt: 'makegood', width: 1200, height: 630 }

/** What search engines and link previews are told: one address for each language, each naming the other. */
export const pageMetadata = ({ locale, path, title, description, picture }: Page): Metadata => {
  const addressIn = (language: Page['locale']) => getPathname({ href: path, locale: language })
  const { path: url, ...shown } = picture ?? sharePicture
  const images = [{ url, ...shown }]
  const languages = Object.fromEntries(routing.locales.map(language => [language, addressIn(language)]))
  return {
    ...(title ? { title } : {}),
    ...(description ? { description } : {}),
    alternates: { canonical: addressIn(locale), languages: { ...languages, 'x-default': addressIn('ko') } },
    openGraph: {
      type: 'website',
      siteName: 'makegood',
      locale: locale === 'ko' ? 'ko_KR' : 'en_US',
      url: addressIn(locale),
      images,
    },
    twitter: { card: 'summary_large_image', images },
  }
}

/** For pages that are one person's own: found by nobody else. */
export const privateMetadata = (title: string): Metadata => ({ title, robots: { index: false, follow: false } })
