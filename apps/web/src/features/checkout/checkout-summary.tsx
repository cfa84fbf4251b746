'use client'

import type { CartView } from '@makegood/core/cart/views'
import { useLocale, useTranslations } from 'next-intl'
import { GoodsLine } from '@/components/goods-line'
import { Link } from '@/i18n/navigation'
import { priceText } from '@/lib/price-text'

export const CheckoutSummary = ({ cart }: { cart: CartView }) => {
  const t = useTranslations('checkout')
  const words = useTranslations('cart')
  const locale = useLocale()
  return (
    <section
      aria-label={t('summary')}
      className="order-first h-max rounded-sm border border-line bg-sheet p-5 sm:p-6 lg:sticky lg:top-8 lg:order-none"
    >
      <ul>
        {cart.lines.map(line => (
          <GoodsLine key={line.variantId} goods={{ ...line, picturePath: line.picture?.path ?? null }} />
        ))}
      </ul>
      <dl className="mt-3 border-t border-line pt-3 text-[0.9375rem]">
        <div className="flex justify-between gap-4 py-1">
          <dt>{words('delivery')}</dt>
          <dd>{words('free')}</dd>
        </div>
        <div className="flex justify-between gap-4 py-1 text-sub font-semibold">
          <dt>{words('total')}</dt>
          <dd className="figures">{priceText(cart.total, locale)}</dd>
        </div>
      </dl>
      <Link href="/cart" className="mt-1 inline-flex min-h-11 items-center text-sm text-ink-2 text-link">
        {t('changeCart')}
      </Link>
    </section>
  )
}
