'use client'

import { useLocale, useTranslations } from 'next-intl'
import { Callout } from '@/components/ui/callout'
import { Link } from '@/i18n/navigation'
import { priceText } from '@/lib/price-text'
import { Moment } from '../moment'
import type { IncidentView } from './views'

/** That somebody has said it was settled by hand, and somebody else has to decide before anything is done twice. */
export const AskedSettlement = ({ asked }: { asked: NonNullable<IncidentView['asked']> }) => {
  const t = useTranslations('adminAttention.secondEyes')
  const locale = useLocale()
  return (
    <Callout role="status" className="mt-4" title={t('waits')}>
      {t('said', { by: asked.by, amount: priceText(asked.amount, locale) })} <Moment at={asked.at} />{' '}
      <Link href="/admin/customers/approvals" className="in-text text-link">
        {t('toApprovals')}
      </Link>
    </Callout>
  )
}
