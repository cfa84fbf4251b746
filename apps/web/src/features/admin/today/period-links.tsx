import { type PeriodKind, periodKinds } from '@makegood/core/today/periods'
import { useTranslations } from 'next-intl'
import { Link } from '@/i18n/navigation'
import { cn } from '@/lib/cn'
import { todayAddress } from './today-query'

/** By hour, day or week: the choice is in the address. */
export const PeriodLinks = ({ by }: { by: PeriodKind }) => {
  const t = useTranslations('adminToday.by')
  return (
    <nav aria-label={t('label')} className="flex gap-1">
      {periodKinds.map(kind => (
        <Link
          key={kind}
          href={todayAddress(kind)}
          scroll={false}
          aria-current={kind === by ? 'true' : undefined}
          className={cn(
            'inline-flex min-h-11 items-center rounded-sm px-3',
            kind === by ? 'bg-paper-2 font-semibold' : 'text-ink-2 hover:bg-paper',
          )}
        >
          {t(kind)}
        </Link>
      ))}
    </nav>
  )
}
