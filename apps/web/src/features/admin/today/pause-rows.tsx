'use client'

import { useTranslations } from 'next-intl'
import { ButtonLink } from '@/components/ui/button-link'
import type { Outputs } from '@/lib/trpc/router'
import { Moment } from '../moment'

type Pause = Outputs['admin']['today']['attention']['longPauses'][number]

/** Orders that somebody has paused and perhaps forgotten, with the way to each. */
export const PauseRows = ({ pauses }: { pauses: readonly Pause[] }) => {
  const t = useTranslations('adminToday.attention')
  return (
    <ol aria-label={t('pauses')} className="mb-4 rounded-sm border border-l-2 border-line border-l-gold">
      {pauses.map(({ orderId, orderNumber, by, reason, pausedAt }) => (
        <li
          key={orderId}
          className="flex flex-wrap items-center gap-x-5 gap-y-1 border-b border-line px-4 py-2 last:border-b-0"
        >
          <div className="min-w-0 grow basis-80">
            <p className="font-semibold">{t('longPause', { by })}</p>
            <p className="break-words text-ink-2">
              <Moment at={pausedAt} /> · {reason}
            </p>
          </div>
          <ButtonLink href={`/admin/orders/${orderId}`} kind="line" size="small">
            {t('order', { number: orderNumber })}
          </ButtonLink>
        </li>
      ))}
    </ol>
  )
}
