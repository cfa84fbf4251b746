'use client'

import { useLocale, useTranslations } from 'next-intl'
import { declineWords } from '@/features/order/order-words'
import { cn } from '@/lib/cn'
import { priceText } from '@/lib/price-text'
import { Moment } from './moment'
import type { OperatorOrderView } from './operator-view'

const tones = { SUCCEEDED: 'text-celadon', DECLINED: 'text-rust', FAILED: 'text-rust', OPEN: '', REFUNDED: '' } as const

export const PaymentsTable = ({ payments }: { payments: OperatorOrderView['payments'] }) => {
  const t = useTranslations('admin')
  const reasons = useTranslations('order.declined')
  const locale = useLocale()
  return (
    <section aria-labelledby="payments">
      <h2 id="payments" className="text-sub">
        {t('payments')}
      </h2>
      {payments.length === 0 && <p className="mt-3 text-ink-2">{t('noPayments')}</p>}
      <ul className="mt-3 border-t border-line">
        {payments.map(payment => (
          <li key={payment.id} className="border-b border-line py-2.5">
            <div className="flex flex-wrap items-baseline justify-between gap-x-4">
              <span>
                {t('attemptNumber', { number: payment.attempt })} ·{' '}
                <span className={cn('font-semibold', tones[payment.status])}>
                  {t(`paymentStatuses.${payment.status}`)}
                </span>
              </span>
              <span className="figures font-semibold">{priceText(payment.amount, locale)}</span>
            </div>
            {payment.failureReason && (
              <p className="mt-0.5">
                {reasons(`${declineWords(payment.failureReason)}.title`)}
                {payment.gatewayCode && (
                  <code className="ml-2 font-mono text-xs text-ink-2">{payment.gatewayCode}</code>
                )}
              </p>
            )}
            <p className="mt-0.5 text-ink-2">
              <Moment at={payment.openedAt} />
              {payment.settledAt && (
                <>
                  {' → '}
                  <Moment at={payment.settledAt} exact />
                </>
              )}
            </p>
            <p className="mt-0.5 font-mono text-xs break-all text-ink-2">
              {[payment.id, payment.chargeRef, payment.refundRef].filter(Boolean).join(' · ')}
            </p>
          </li>
        ))}
      </ul>
    </section>
  )
}
