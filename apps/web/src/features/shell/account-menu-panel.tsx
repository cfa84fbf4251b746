'use client'

import { isOperator } from '@makegood/core/user/roles'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { Menu, MenuItem, MenuNote } from '@/components/ui/menu'
import { accountPlaces } from '@/features/account/account-places'
import { Link } from '@/i18n/navigation'
import type { Me } from './header'
import { useSignOut } from './use-sign-out'

/** The menu itself, open from the start: it is fetched when somebody is about to open it. */
export const AccountMenuPanel = ({ me, trigger }: { me: Me; trigger: ReactNode }) => {
  const t = useTranslations('nav')
  const places = useTranslations('account.places')
  const { signOut, failed } = useSignOut()
  return (
    <>
      <Menu trigger={trigger} defaultOpen>
        {me && <MenuNote>{me.email}</MenuNote>}
        {me ? (
          accountPlaces.map(([place, path]) => (
            <MenuItem asChild key={path}>
              <Link href={path}>{places(place)}</Link>
            </MenuItem>
          ))
        ) : (
          <MenuItem asChild>
            <Link href="/orders">{t('orders')}</Link>
          </MenuItem>
        )}
        {me && isOperator(me.role) && (
          <MenuItem asChild>
            <Link href="/admin">{t('console')}</Link>
          </MenuItem>
        )}
        {me ? (
          <MenuItem onSelect={signOut}>{t('signOut')}</MenuItem>
        ) : (
          <>
            <MenuItem asChild>
              <Link href="/sign-in">{t('signIn')}</Link>
            </MenuItem>
            <MenuItem asChild>
              <Link href="/sign-up">{t('signUp')}</Link>
            </MenuItem>
          </>
        )}
      </Menu>
      <span role="alert" className="text-sm text-rust">
        {failed && t('signOutFailed')}
      </span>
    </>
  )
}
