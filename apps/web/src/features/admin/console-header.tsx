import { isOperator } from '@makegood/core/user/roles'
import { useTranslations } from 'next-intl'
import { Logo } from '@/components/logo'
import { AccountMenu } from '@/features/shell/account-menu'
import type { Me } from '@/features/shell/header'
import { LocaleLink } from '@/features/shell/locale-link'
import { Link } from '@/i18n/navigation'

const item = 'inline-flex min-h-11 items-center px-2.5 underline-offset-8 hover:underline'

export const ConsoleHeader = ({ me }: { me: Me }) => {
  const t = useTranslations('admin')
  const operator = me !== null && isOperator(me.role)
  return (
    <header className="border-b border-line bg-paper">
      <div className="mx-auto flex min-h-14 max-w-[90rem] flex-wrap items-center gap-x-1 px-4 sm:px-7">
        <Link href="/" className="flex min-h-11 items-center">
          <Logo className="text-lg" />
          <span className="sr-only">{t('toShop')}</span>
        </Link>
        <span className="mx-2 text-ink-2">{t('console')}</span>
        <nav aria-label={t('console')} className="mr-auto">
          {operator && (
            <Link href="/admin" className={item}>
              {t('orders')}
            </Link>
          )}
        </nav>
        <LocaleLink className={item} />
        <AccountMenu me={me} />
      </div>
    </header>
  )
}
