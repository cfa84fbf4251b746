'use client'

import { useLocale, useTranslations } from 'next-intl'
import { Picture } from '@/components/picture'
import { Stepper } from '@/components/ui/stepper'
import { RestockRequest } from '@/features/restock/restock-request'
import { Link } from '@/i18n/navigation'
import { cn } from '@/lib/cn'
import { priceText } from '@/lib/price-text'
import { wordsKeyOf } from '@/lib/trpc/shop-code'
import { type CartLine, stockProblem } from './cart-changes'
import { useCartUi } from './cart-context'
import { PriceChangeNote } from './price-change-note'
import { unitsMax, useChangeLine, useRemoveLine } from './use-line-writes'

type Props = {
  line: CartLine
  dense?: boolean
  /** Its picture is one of those that the page is looked at for. */
  first?: boolean
  onRemove: () => void
  onRemoveFailed: (variantId: string) => void
}

/** One thing in the cart: how many, for how much, and whatever has become of it since it was put in. */
export const CartRow = ({ line, dense, first, onRemove, onRemoveFailed }: Props) => {
  const t = useTranslations('cart')
  const errors = useTranslations('errors')
  const locale = useLocale()
  const { closeDrawer } = useCartUi()
  const { change, error } = useChangeLine(line)
  const remove = useRemoveLine()
  const problem = stockProblem(line)
  const isOut = problem === 'gone' || problem === 'retired'
  const max = Math.min(line.available, unitsMax)
  const failure = error ?? remove.error
  const address = `/products/${line.productSlug}?option=${line.variantId}`
  const takeOut = () => {
    onRemove()
    remove.mutate(line.variantId, { onError: () => onRemoveFailed(line.variantId) })
  }
  const picture = line.picture ? (
    <Picture
      src={line.picture.path}
      alt=""
      sizes="112px"
      first={first ?? false}
      className={cn('aspect-4/5', problem && 'opacity-55')}
    />
  ) : (
    <span className="block aspect-4/5 rounded-sm bg-paper-2" />
  )
  return (
    <li id={`line-${line.variantId}`} tabIndex={-1} className="border-b border-line py-5">
      <div
        className={cn(
          'grid gap-x-4',
          dense
            ? 'grid-cols-[min(4.5rem,28%)_1fr]'
            : 'grid-cols-[min(5.5rem,28%)_1fr] sm:grid-cols-[7rem_1fr] sm:gap-x-6',
        )}
      >
        {problem === 'retired' ? (
          picture
        ) : (
          <Link href={address} tabIndex={-1} aria-hidden="true" onClick={closeDrawer}>
            {picture}
          </Link>
        )}
        <div className="flex min-w-0 flex-col">
          <div className="flex flex-wrap justify-between gap-x-6">
            <h3 className="text-base font-medium">
              {problem === 'retired' ? (
                line.name
              ) : (
                <Link href={address} className="in-text underline-offset-4 hover:underline" onClick={closeDrawer}>
                  {line.name}
                </Link>
              )}
            </h3>
            {!isOut && <p className="figures font-semibold">{priceText(line.lineTotal, locale)}</p>}
          </div>
          <p className="figures mt-0.5 text-sm text-ink-2">
            {line.option && `${line.option} · `}
            {t('each', { price: priceText(line.unitPrice, locale) })}
          </p>
          <div className="mt-auto flex flex-wrap items-center justify-between gap-x-4 gap-y-2 pt-4">
            <Stepper
              quantity={line.quantity}
              max={max}
              onChange={quantity => change(quantity, max)}
              label={t('quantityOf', { name: line.name })}
              lessLabel={t('lessOf', { name: line.name })}
              moreLabel={t('moreOf', { name: line.name })}
              disabled={isOut}
            />
            <button
              type="button"
              onClick={takeOut}
              className="min-h-11 min-w-11 ml-auto text-right text-sm text-ink-2 text-link"
              aria-label={t('removeOf', { name: line.name })}
            >
              {t('remove')}
            </button>
          </div>
        </div>
      </div>
      <PriceChangeNote line={line} />
      <div aria-live="polite">
        {problem === 'retired' && <p className="mt-3 text-sm font-medium text-rust">{t('retired')}</p>}
        {problem === 'gone' && (
          <p className="mt-3 text-sm font-medium text-rust">{t(line.mended ? 'goneForGood' : 'gone')}</p>
        )}
        {problem === 'short' && (
          <p className="mt-3 text-sm font-medium text-rust">
            {t('short', { count: line.available, wanted: line.quantity })}{' '}
            <button type="button" className="in-text px-1 text-link" onClick={() => change(line.available, max)}>
              {t('takeAll', { count: line.available })}
            </button>
          </p>
        )}
        {!problem && line.quantity >= max && (
          <p className="mt-3 text-sm text-ink-2">
            {max < unitsMax ? t('noMore', { count: line.available }) : t('most', { count: unitsMax })}
          </p>
        )}
        {failure && (
          <p className="mt-3 text-sm font-medium text-rust">
            {t('changeFailed')} {errors(wordsKeyOf(failure))}
          </p>
        )}
      </div>
      {problem === 'gone' && !line.mended && (
        <RestockRequest variantId={line.variantId} name={line.name} folded className="mt-2" />
      )}
    </li>
  )
}
