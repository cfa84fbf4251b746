'use client'

import { useLocale, useTranslations } from 'next-intl'
import { Callout } from '@/components/ui/callout'
import { Link } from '@/i18n/navigation'
import { priceText } from '@/lib/price-text'
import { Moment } from '../moment'
import type { OrderStoryView } from './build-timeline'

/** What was asked for of this order and waits for somebody else, for as long as it does. */
export const WaitingApprovals = ({ approvals }: Pick<OrderStoryView, 'approvals'>) => {
  const t = useTranslations('adminCustomers.waiting')
  const kinds = useTranslations('adminCustomers.kinds')
  const locale = useLocale()
  return approvals.map(({ id, kind, amount, askedBy, askedAt, toDecide }) => (
    <Callout key={id} role="status" className="mb-5" title={t(toDecide ? 'waitsForYou' : 'waits')}>
      {kinds(kind)} <span className="figures">{priceText(amount, locale)}</span> · {t('askedBy', { by: askedBy })} ·{' '}
      <Moment at={askedAt} /> · {t('nothingYet')}{' '}
      <Link href="/admin/customers/approvals" className="in-text text-link">
        {t(toDecide ? 'decide' : 'open')}
      </Link>
    </Callout>
  ))
}
