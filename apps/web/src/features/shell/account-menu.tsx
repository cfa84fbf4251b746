'use client'

import { isOperator } from '@makegood/core/user/roles'
import { ChevronDown } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { Menu, MenuItem, MenuNote } from '@/components/ui/menu'
import { accountPlaces } from '@/features/account/account-places'
import { Link } from '@/i18n/navigation'
import type { Me } from './header'
import { useSignOut } from './use-sign-out'

const item = 'inline-flex min-h-11 items-center gap-1 px-2.5 whitespace-nowrap'

export const AccountMenu = ({ me }: { me: Me }) => {
  const t = useTranslations('nav')
  const places = useTranslations('account.places')
  const { signOut, failed } = useSignOut()
  const trigger = (
    <button type="button" className={item}>
      <span className="max-w-32 truncate">{me ? t('person', { name: me.name }) : t('account')}</span>
      <ChevronDown size={15} strokeWidth={1.5} aria-hidden="true" />
    </button>
  )
  return (
    <>
      <Menu trigger={trigger}>
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
