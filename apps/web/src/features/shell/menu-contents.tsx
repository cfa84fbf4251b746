'use client'

import { isOperator } from '@makegood/core/user/roles'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { Link } from '@/i18n/navigation'
import type { Categories, Me } from './header'
import { LocaleLink } from './locale-link'
import { useSignOut } from './use-sign-out'

const row = 'flex min-h-12 w-full items-center border-b border-line text-left'

type Props = { me: Me; categories: Categories; onDone: () => void }

/** Everything of the header that a narrow screen has no room for. */
export const MenuContents = ({ me, categories, onDone }: Props) => {
  const t = useTranslations('nav')
  const { signOut, failed } = useSignOut()
  const to = (href: string, words: ReactNode) => (
    <li key={href}>
      <Link href={href} className={row} onClick={onDone}>
        {words}
      </Link>
    </li>
  )
  return (
    <>
      <nav aria-label={t('goods')} className="text-lead">
        <ul>
          {to('/products', t('all'))}
          {categories.map(category => to(`/products?category=${category.slug}`, category.name))}
        </ul>
      </nav>
      <nav aria-label={t('account')} className="mt-9">
        {me && <p className="mb-1 text-sm text-ink-2">{t('person', { name: me.name })}</p>}
        <ul>
          {me ? to('/account', t('account')) : to('/orders', t('orders'))}
          {me && to('/account/orders', t('orders'))}
          {me && isOperator(me.role) && to('/admin', t('console'))}
          {!me && to('/sign-in', t('signIn'))}
          {!me && to('/sign-up', t('signUp'))}
          {me && (
            <li>
              <button type="button" className={row} onClick={signOut}>
                {t('signOut')}
              </button>
              {failed && <p className="mt-2 text-sm text-rust">{t('signOutFailed')}</p>}
            </li>
          )}
        </ul>
      </nav>
      <div className="mt-auto pt-9">
        <LocaleLink className="inline-flex min-h-11 items-center text-link" />
      </div>
    </>
  )
}
