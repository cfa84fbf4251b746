'use client'

import type { OrderView } from '@makegood/core/order/views'
import { useTranslations } from 'next-intl'
import { buttonLook } from '@/components/ui/button-look'
import { formatCountdown } from '@/features/payment/countdown'
import { useCountdown } from '@/features/payment/use-countdown'

type Props = { approval: NonNullable<OrderView['approval']>; payUntil: string | null; serverNow: string }

/** The way to the bank's page while it waits for the shopper's approval, and how long it waits. */
export const ApprovalNote = ({ approval, payUntil, serverNow }: Props) => {
  const t = useTranslations('order.approval')
  const left = useCountdown(payUntil, serverNow)
  return (
    <div>
      {left === 0 ? (
        <p className="text-rust">{t('over')}</p>
      ) : (
        <a href={approval.url} className={buttonLook()}>
          {t('go')}
        </a>
      )}
      <p className="mt-3 flex flex-wrap gap-x-4 text-sm text-ink-2">
        <span>{t('back')}</span>
        {left !== null && left > 0 && (
          <span role="timer" aria-live="off" className="figures">
            {t('left', { time: formatCountdown(left) })}
          </span>
        )}
      </p>
    </div>
  )
}
