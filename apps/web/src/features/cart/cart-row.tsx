'use client'

import { useLocale, useTranslations } from 'next-intl'
import { Picture } from '@/components/picture'
import { Stepper } from '@/components/ui/stepper'
import { Link } from '@/i18n/navigation'
import { priceText } from '@/lib/price-text'
import { wordsKeyOf } from '@/lib/trpc/shop-code'
import { type CartLine, stockProblem } from './cart-changes'
import { useChangeLine, useRemoveLine } from './use-line-writes'

type Props = { line: CartLine; onRemove: () => void; onRemoveFailed: (variantId: string) => void }

export const CartRow = ({ line, onRemove, onRemoveFailed }: Props) => {
  const t = useTranslations('cart')
  const errors = useTranslations('errors')
  const product = useTranslations('product')
  const locale = useLocale()
  const { change, error } = useChangeLine(line.variantId)
  const remove = useRemoveLine()
  const problem = stockProblem(line)
  const max = Math.min(line.available, 99)
  const failure = error ?? remove.error
  const address = `/products/${line.productSlug}?option=${line.variantId}`
  const takeOut = () => {
    onRemove()
    remove.mutate(line.variantId, { onError: () => onRemoveFailed(line.variantId) })
  }
  return (
    <li id={`line-${line.variantId}`} tabIndex={-1} className="border-b border-line py-5">
      <div className="grid grid-cols-[5.5rem_1fr] gap-x-4 sm:grid-cols-[7rem_1fr] sm:gap-x-6">
        <Link href={address} tabIndex={-1} aria-hidden="true">
          {line.picture ? (
            <Picture src={line.picture.path} alt="" sizes="112px" className="aspect-4/5" />
          ) : (
            <span className="block aspect-4/5 rounded-sm bg-paper-2" />
          )}
        </Link>
        <div className="flex flex-col">
          <div className="flex flex-wrap justify-between gap-x-6">
            <h2 className="font-sans text-base font-medium">
              <Link href={address} className="in-text underline-offset-4 hover:underline">
                {line.name}
              </Link>
            </h2>
            <p className="figures font-semibold">{priceText(line.lineTotal, locale)}</p>
          </div>
          <p className="figures mt-0.5 text-sm text-ink-2">
            {line.option && `${line.option} · `}
            {t('each', { price: priceText(line.unitPrice, locale) })}
          </p>
          <div className="mt-auto flex flex-wrap items-center justify-between gap-x-4 gap-y-2 pt-4">
            <Stepper
              quantity={line.quantity}
              max={max}
              onChange={change}
              label={t('quantityOf', { name: line.name })}
              lessLabel={t('lessOf', { name: line.name })}
              moreLabel={t('moreOf', { name: line.name })}
              disabled={problem === 'gone'}
            />
            <button
              type="button"
              onClick={takeOut}
              className="min-h-11 min-w-11 text-right text-sm text-ink-2 text-link max-xs:text-left"
              aria-label={t('removeOf', { name: line.name })}
            >
              {t('remove')}
            </button>
          </div>
        </div>
      </div>
      <div aria-live="polite">
        {problem === 'gone' && <p className="mt-3 text-sm font-medium text-rust">{t('gone')}</p>}
        {problem === 'short' && (
          <p className="mt-3 text-sm font-medium text-rust">
            {t('short', { count: line.available })}{' '}
            <button type="button" className="in-text px-1 text-link" onClick={() => change(line.available)}>
              {t('takeAll', { count: line.available })}
            </button>
          </p>
        )}
        {!problem && line.quantity >= max && max < 99 && (
          <p className="mt-3 text-sm text-ink-2">{product('noMore', { count: line.available })}</p>
        )}
        {failure && (
          <p className="mt-3 text-sm font-medium text-rust">
            {t('changeFailed')} {errors(wordsKeyOf(failure))}
          </p>
        )}
      </div>
    </li>
  )
}
