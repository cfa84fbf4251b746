'use client'

import type { OrderView } from '@makegood/core/order/views'
import { useTranslations } from 'next-intl'
import { Callout } from '@/components/ui/callout'
import { Link } from '@/i18n/navigation'
import { givesCouponBack } from './order-words'

/** What the shop has to say about a cancellation that was refused, or wrote with one that it made. */
export const CancellationNote = ({ order }: { order: OrderView }) => {
  const t = useTranslations('order')
  const { cancellation } = order
  if (cancellation?.state === 'refused')
    return (
      <Callout title={t('cancel.refusedTitle')}>
        {t(cancellation.refusal === 'already-handed-over' ? 'cancel.refusedLeft' : 'cancel.refused')}
      </Callout>
    )
  if (cancellation?.by === 'operator' && cancellation.note) return <p>{t('note', { note: cancellation.note })}</p>
  return null
}

/** Says of a cancelled order that its coupon is there again. */
export const CouponBackNote = ({ order }: { order: OrderView }) => {
  const t = useTranslations('order')
  return givesCouponBack(order) ? <p>{t('couponBack')}</p> : null
}

/** Leads between an order that ran out of time and the one that its late payment pays. */
export const TakenUpNote = ({ order }: { order: OrderView }) => {
  const t = useTranslations('order.takenUp')
  const { takenUpFrom, takenUpBy } = order
  return (
    <>
      {takenUpFrom && (
        <p>
          <Link href={`/orders/${takenUpFrom.id}`} className="in-text figures text-link">
            {t('from', { number: takenUpFrom.number })}
          </Link>
        </p>
      )}
      {takenUpBy && (
        <p>
          <Link href={`/orders/${takenUpBy.id}`} className="in-text figures font-semibold text-link">
            {t('by', { number: takenUpBy.number })}
          </Link>
        </p>
      )}
    </>
  )
}
