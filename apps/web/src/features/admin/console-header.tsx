import { isOperator } from '@makegood/core/user/roles'
import { useTranslations } from 'next-intl'
import { Logo } from '@/components/logo'
import { AccountMenu } from '@/features/shell/account-menu'
import type { Me } from '@/features/shell/header'
import { LocaleLink } from '@/features/shell/locale-link'
import { Link } from '@/i18n/navigation'
import { cn } from '@/lib/cn'
import { ConsoleMenu } from './console-menu'
import { ConsoleKeys } from './palette/console-keys'

const item = 'inline-flex min-h-11 items-center px-2.5 underline-offset-8 hover:underline'

/** True for an operator who may enter: one who has to set up a second factor first is led there, and shown nothing else. */
export const worksInConsole = (me: Me): boolean => me !== null && isOperator(me.role) && !me.mustSetUpSecondFactor

/** What stands above every page of the console: the way to the shop, the language, one's own account. */
export const ConsoleHeader = ({ me }: { me: Me }) => {
  const t = useTranslations('admin')
  const operator = worksInConsole(me)
  return (
    <header className="border-b border-line bg-paper">
      <div className="flex min-h-14 flex-wrap items-center gap-x-1 px-4 sm:px-6">
        {operator && <ConsoleMenu />}
        <Link href="/" className="flex min-h-11 items-center">
          <Logo className="text-lg" />
          <span className="sr-only">{t('toShop')}</span>
        </Link>
        <span className="mr-auto ml-2 text-ink-2">
          <span className="max-sm:sr-only">{t('console')}</span>
        </span>
        {operator && <ConsoleKeys />}
        <LocaleLink className={cn(item, operator && 'max-sm:hidden')} />
        <AccountMenu me={me} />
      </div>
    </header>
  )
}
