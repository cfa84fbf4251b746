'use client'

import { useLocale, useTranslations } from 'next-intl'
import { cn } from '@/lib/cn'
import { priceText } from '@/lib/price-text'
import { wordsKeyOf } from '@/lib/trpc/shop-code'
import { type CartLine, priceChange } from './cart-changes'
import { useAcceptPrice } from './use-line-writes'

/** Says what a line costs now and what it cost when its shopper last saw it, until they have taken note. */
export const PriceChangeNote = ({ line }: { line: CartLine }) => {
  const t = useTranslations('cart')
  const errors = useTranslations('errors')
  const locale = useLocale()
  const accept = useAcceptPrice()
  const change = priceChange(line)
  return (
    <div aria-live="polite">
      {change && line.priceBefore && (
        <p className={cn('mt-3 text-sm', change === 'up' ? 'text-rust' : 'text-celadon')}>
          <span className="figures font-medium">
            {t.rich(change === 'up' ? 'priceUp' : 'priceDown', {
              prices: words => <span className="whitespace-nowrap">{words}</span>,
              before: priceText(line.priceBefore, locale),
              now: priceText(line.unitPrice, locale),
            })}
          </span>{' '}
          <button
            type="button"
            className="in-text min-w-11 px-1 text-link"
            onClick={() => accept.mutate(line)}
            aria-label={t('noteOf', { name: line.name })}
          >
            {t('note')}
          </button>
        </p>
      )}
      {accept.error && (
        <p className="mt-2 text-sm font-medium text-rust">
          {t('noteFailed')} {errors(wordsKeyOf(accept.error))}
        </p>
      )}
    </div>
  )
}
