import { locales } from '@makegood/core/locale'
import { defineRouting } from 'next-intl/routing'

/** Korean has the plain addresses and English those under `/en`; an address always shows one language, whoever opens it. */
export const routing = defineRouting({
  locales,
  defaultLocale: 'ko',
  localePrefix: 'as-needed',
  localeDetection: false,
  localeCookie: false,
  alternateLinks: false,
})
