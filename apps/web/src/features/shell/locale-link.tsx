'use client'

import { useSearchParams } from 'next/navigation'
import { useLocale } from 'next-intl'
import { Suspense } from 'react'
import { Link, usePathname } from '@/i18n/navigation'

const others = { ko: { locale: 'en', name: 'English' }, en: { locale: 'ko', name: '한국어' } } as const

const WithQuery = ({ className }: { className?: string }) => {
  const other = others[useLocale()]
  const pathname = usePathname()
  const query = useSearchParams().toString()
  return (
    <Link
      href={query ? `${pathname}?${query}` : pathname}
      locale={other.locale}
      lang={other.locale}
      hrefLang={other.locale}
      className={className}
      scroll={false}
      prefetch={false}
    >
      {other.name}
    </Link>
  )
}

/** The same page in the other language, with its query. */
export const LocaleLink = ({ className }: { className?: string }) => (
  <Suspense>
    <WithQuery {...(className ? { className } : {})} />
  </Suspense>
)
