'use client'

import type { CartView } from '@makegood/core/cart/views'
import { useLocale, useTranslations } from 'next-intl'
import type { MouseEvent } from 'react'
import { Button } from '@/components/ui/button'
import { Link } from '@/i18n/navigation'
import { priceText } from '@/lib/price-text'
import { stockProblem } from './cart-changes'

/** The total and the way on; while a line cannot be ordered, the way leads to that line. */
export const CartSummary = ({ cart }: { cart: CartView }) => {
  const t = useTranslations('cart')
  const locale = useLocale()
  const blocked = cart.lines.find(line => stockProblem(line) !== null)
  const toProblem = (event: MouseEvent) => {
    if (!blocked) return
    event.preventDefault()
    const row = document.getElementById(`line-${blocked.variantId}`)
    row?.scrollIntoView({ block: 'center' })
    row?.focus({ preventScroll: true })
  }
  return (
    <section aria-label={t('summary')} className="h-max rounded-sm border border-line bg-sheet p-6 lg:sticky lg:top-8">
      <dl className="text-[0.9375rem]">
        <div className="flex justify-between gap-4 py-1">
          <dt>{t('goods')}</dt>
          <dd className="figures">{priceText(cart.total, locale)}</dd>
        </div>
        <div className="flex justify-between gap-4 py-1">
          <dt>{t('delivery')}</dt>
          <dd>{t('free')}</dd>
        </div>
        <div className="mt-3 flex justify-between gap-4 border-t border-line pt-4 text-sub font-semibold">
          <dt>{t('total')}</dt>
          <dd className="figures" aria-live="polite">
            {priceText(cart.total, locale)}
          </dd>
        </div>
      </dl>
      {cart.lines.length > 0 && (
        <Button asChild className="mt-5 w-full">
          <Link href="/checkout" onClick={toProblem} aria-describedby={blocked ? 'cart-blocked' : undefined}>
            {t('checkout')}
          </Link>
        </Button>
      )}
      {blocked && (
        <p id="cart-blocked" className="mt-3 text-sm text-rust">
          {t('blocked', { name: blocked.name })}
        </p>
      )}
      <p className="mt-4 text-sm text-ink-2">{t('note')}</p>
    </section>
  )
}
