'use client'

import { useLocale, useTranslations } from 'next-intl'
import { ButtonLink } from '@/components/ui/button-link'
import { Link } from '@/i18n/navigation'
import { priceText } from '@/lib/price-text'
import type { Outputs } from '@/lib/trpc/router'
import { Moment } from '../moment'

type Approval = Outputs['admin']['today']['attention']['approvals'][number]

/** What waits for a second pair of eyes, with the way to it: to decide for whoever may, to look for everybody else. */
export const ApprovalRows = ({ approvals }: { approvals: readonly Approval[] }) => {
  const t = useTranslations('adminToday.attention')
  const approval = useTranslations('adminCustomers')
  const locale = useLocale()
  return (
    <ol aria-label={t('approvals')} className="mb-4 rounded-sm border border-l-2 border-line border-l-rust">
      {approvals.map(({ id, kind, amount, orderId, orderNumber, customerName, askedBy, askedAt, toDecide }) => (
        <li
          key={id}
          className="flex flex-wrap items-center gap-x-5 gap-y-1 border-b border-line px-4 py-2 last:border-b-0"
        >
          <div className="min-w-0 grow basis-80">
            <p className="font-semibold">
              {approval(`kinds.${kind}`)} <span className="figures">{priceText(amount, locale)}</span>
            </p>
            <p className="break-words text-ink-2">
              {approval('waiting.askedBy', { by: askedBy })}
              {customerName && ` · ${customerName}`} · <Moment at={askedAt} />
            </p>
          </div>
          {orderId && orderNumber && (
            <Link href={`/admin/orders/${orderId}`} className="figures inline-flex min-h-11 items-center text-link">
              {t('order', { number: orderNumber })}
            </Link>
          )}
          <ButtonLink
            href="/admin/customers/approvals"
            kind="line"
            size="small"
            aria-label={`${t(toDecide ? 'decide' : 'acts.look')}: ${approval(`kinds.${kind}`)} ${orderNumber ?? customerName ?? ''}`}
          >
            {t(toDecide ? 'decide' : 'acts.look')}
          </ButtonLink>
        </li>
      ))}
    </ol>
  )
}
