'use client'

import type { CartView } from '@makegood/core/cart/views'
import { useLocale, useTranslations } from 'next-intl'
import { Progress } from '@/components/ui/progress'
import { Skeleton } from '@/components/ui/skeleton'
import { useDeliveryTerms } from '@/features/delivery/use-delivery-terms'
import { priceText } from '@/lib/price-text'
import { unitsLeftOut } from './cart-changes'
import { cartTotals } from './cart-totals-of'

/** What can be bought, standard delivery and what both come to, and how far it is to a delivery that costs nothing. */
export const CartTotals = ({ cart }: { cart: CartView }) => {
  const t = useTranslations('cart')
  const locale = useLocale()
  const terms = useDeliveryTerms()
  const totals = terms && cartTotals(cart, terms)
  const missing = totals?.missing
  const leftOut = unitsLeftOut(cart)
  const progressWords = missing ? t('untilFree', { amount: priceText(missing, locale) }) : t('freeReached')
  return (
    <div>
      <div className="min-h-11 pb-3">
        {totals?.freeFrom && (
          <>
            <p className={missing ? 'figures text-sm' : 'text-sm font-medium text-celadon'} aria-live="polite">
              {progressWords}
            </p>
            <Progress
              label={t('freeProgress')}
              value={Number(cart.total.amountMinor)}
              max={Number(totals.freeFrom.amountMinor)}
              className="mt-2"
            />
          </>
        )}
      </div>
      {leftOut > 0 && <p className="mb-1.5 text-sm text-rust">{t('leftOut', { count: leftOut })}</p>}
      <dl className="text-[0.9375rem]">
        <div className="flex flex-wrap justify-between gap-x-4 py-1">
          <dt>{t('goods')}</dt>
          <dd className="figures">{priceText(cart.total, locale)}</dd>
        </div>
        <div className="flex flex-wrap justify-between gap-x-4 py-1">
          <dt>{t('delivery')}</dt>
          <dd className="figures">
            {totals ? (
              BigInt(totals.delivery.amountMinor) === 0n ? (
                t('free')
              ) : (
                priceText(totals.delivery, locale)
              )
            ) : (
              <Skeleton className="h-6 w-16" />
            )}
          </dd>
        </div>
        <div className="mt-2.5 flex flex-wrap justify-between gap-x-4 border-t border-line pt-3.5 text-sub font-semibold">
          <dt>{t('total')}</dt>
          <dd className="figures" aria-live="polite">
            {totals ? priceText(totals.total, locale) : <Skeleton className="h-7 w-24" />}
          </dd>
        </div>
      </dl>
    </div>
  )
}
