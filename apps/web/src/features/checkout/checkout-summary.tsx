'use client'

import type { CartView } from '@makegood/core/cart/views'
import { toWireMoney } from '@makegood/core/money/wire-money'
import { useTranslations } from 'next-intl'
import { GoodsLine } from '@/components/goods-line'
import { PriceLines } from '@/components/price-lines'
import { type CartLine, stockProblem } from '@/features/cart/cart-changes'
import { Link } from '@/i18n/navigation'
import type { CheckoutPrice } from './price-checkout'

export const CheckoutSummary = ({ cart, price }: { cart: CartView; price: CheckoutPrice }) => {
  const t = useTranslations('checkout')
  const product = useTranslations('product')
  const problemOf = (line: CartLine): string | null => {
    const problem = stockProblem(line)
    if (problem === 'short') return product('noMore', { count: line.available })
    return problem && t(`problems.${problem}`)
  }
  return (
    <section
      aria-label={t('summary')}
      className="h-max rounded-sm border border-line bg-sheet p-5 sm:p-6 lg:sticky lg:top-8 lg:col-start-2 lg:row-start-1"
    >
      <ul>
        {cart.lines.map(line => (
          <GoodsLine
            key={line.variantId}
            goods={{ ...line, picturePath: line.picture?.path ?? null, problem: problemOf(line) }}
          />
        ))}
      </ul>
      <div aria-live="polite">
        <PriceLines
          goods={toWireMoney(price.goods)}
          discount={toWireMoney(price.discount)}
          delivery={toWireMoney(price.delivery)}
          total={toWireMoney(price.total)}
          className="mt-3 border-t border-line pt-3 text-[0.9375rem]"
        />
      </div>
      <Link href="/cart" className="mt-1 inline-flex min-h-11 items-center text-sm text-ink-2 text-link">
        {t('changeCart')}
      </Link>
    </section>
  )
}
