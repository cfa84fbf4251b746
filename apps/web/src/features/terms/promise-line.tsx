import { getTranslations } from 'next-intl/server'
import { Link } from '@/i18n/navigation'
import { cn } from '@/lib/cn'
import { readTerms } from './read-terms'

type Props = { of: 'product' | 'checkout'; className?: string }

/** Until when an order can be cancelled or sent back, in one line, before anything is paid. */
export const PromiseLine = async ({ of, className }: Props) => {
  const t = await getTranslations('terms.line')
  const { figures } = await readTerms()
  return (
    <p className={cn('text-sm text-ink-2', className)}>
      {t(of, figures)}{' '}
      <Link href="/delivery-and-returns" className="in-text text-link">
        {t('more')}
      </Link>
    </p>
  )
}
