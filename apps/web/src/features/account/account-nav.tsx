'use client'

import { ChevronLeft, ChevronRight } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { Link, usePathname } from '@/i18n/navigation'
import { cn } from '@/lib/cn'
import { accountPlaces } from './account-places'

/** The parts of the account: quiet at the side of a wide page, a list on a phone's overview, and a way back elsewhere. */
export const AccountNav = () => {
  const t = useTranslations('account')
  const here = usePathname()
  const atOverview = here === '/account'
  return (
    <>
      {!atOverview && (
        <Link href="/account" className="-ml-1 inline-flex min-h-11 items-center gap-1 text-[0.9375rem] lg:hidden">
          <ChevronLeft size={18} strokeWidth={1.5} aria-hidden="true" />
          {t('title')}
        </Link>
      )}
      <nav aria-label={t('title')} className={cn(atOverview ? 'max-lg:order-2 max-lg:mt-10' : 'max-lg:hidden')}>
        <ul className="max-lg:border-t max-lg:border-line lg:sticky lg:top-8">
          {accountPlaces.map(([place, path]) => {
            const current = here === path || (path === '/account/profile' && here === '/account/delete')
            return (
              <li
                key={path}
                className={cn('max-lg:border-b max-lg:border-line', path === '/account' && 'max-lg:hidden')}
              >
                <Link
                  href={path}
                  aria-current={current ? 'page' : undefined}
                  className={cn(
                    'flex min-h-12 items-center justify-between gap-3 lg:min-h-11 lg:border-l-2 lg:pl-4',
                    current ? 'font-semibold lg:border-ink' : 'text-ink lg:border-line lg:text-ink-2 lg:hover:text-ink',
                  )}
                >
                  {t(`places.${place}`)}
                  <ChevronRight size={18} strokeWidth={1.5} aria-hidden="true" className="text-ink-2 lg:hidden" />
                </Link>
              </li>
            )
          })}
        </ul>
      </nav>
    </>
  )
}
