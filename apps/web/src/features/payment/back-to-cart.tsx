'use client'

import type { OrderView } from '@makegood/core/order/views'
import { useTranslations } from 'next-intl'
import { Button } from '@/components/ui/button'
import { Callout } from '@/components/ui/callout'
import { Link } from '@/i18n/navigation'
import { useBackToCart } from './use-back-to-cart'

const endedByTime = ['reservation-expired', 'payment-expired']

/** Whether an order was given up because nobody paid it in time: only such a one left its cart empty for nothing. */
export const ranOut = (order: OrderView): boolean =>
  order.status === 'CANCELLED' &&
  order.takenUpBy === null &&
  order.progress.some(stage => stage.id === 'cancelled' && endedByTime.includes(stage.reason ?? ''))

/** The time ran out: what that means, and the way back to the cart with the same goods in it. */
export const BackToCart = ({ order }: { order: OrderView }) => {
  const t = useTranslations('pay.again')
  const errors = useTranslations('errors')
  const { state, failure, missing, putBack } = useBackToCart(order)
  const busy = state !== 'idle'
  return (
    <section aria-label={t('title')} className="rounded-sm border border-line bg-sheet p-5 sm:p-6">
      <h2 className="text-sub">{t('title')}</h2>
      <p className="mt-2 max-w-[31em] text-ink-2">{t('text')}</p>
      {failure && (
        <Callout tone="bad" role="alert" className="mt-4">
          {errors(failure)}
        </Callout>
      )}
      {missing.length > 0 ? (
        <Callout tone="bad" role="alert" className="mt-4">
          {t('some', { names: missing.join(', ') })}
          <Link href="/cart" className="mt-1 flex min-h-11 items-center font-semibold text-link">
            {t('toCart')}
          </Link>
        </Callout>
      ) : (
        <Button className="mt-4" onClick={putBack} aria-disabled={busy}>
          {busy ? t('doing') : t('do')}
        </Button>
      )}
    </section>
  )
}
