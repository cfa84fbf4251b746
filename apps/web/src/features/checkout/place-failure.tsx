'use client'

import { useLocale, useTranslations } from 'next-intl'
import { useEffect, useRef } from 'react'
import { Button } from '@/components/ui/button'
import { ButtonLink } from '@/components/ui/button-link'
import { Callout } from '@/components/ui/callout'
import { Link } from '@/i18n/navigation'
import { priceText } from '@/lib/price-text'
import type { CartChange } from './find-cart-changes'
import type { PlaceFailure as Failure, Placing } from './use-place-and-pay'

/** Says why nothing was ordered, names what has changed, and what to do; focus comes here, and the form stays as it was. */
export const PlaceFailure = ({ placing, totalText }: { placing: Placing; totalText: string }) => {
  const t = useTranslations('checkout')
  const errors = useTranslations('errors')
  const pay = useTranslations('pay')
  const box = useRef<HTMLDivElement>(null)
  const { failure } = placing
  useEffect(() => {
    if (failure && failure.kind !== 'card') box.current?.focus()
  }, [failure])
  if (!failure || failure.kind === 'card') return null
  const titles: Record<Exclude<Failure['kind'], 'card'>, string> = {
    gateway: pay('notSent'),
    'sold-out': t('soldOut'),
    total: t('totalChanged', { total: totalText }),
    shop: t('placeFailed'),
  }
  const isOfCart = failure.kind === 'sold-out' || (failure.kind === 'shop' && failure.words === 'variant-unavailable')
  return (
    <Callout ref={box} tabIndex={-1} tone="bad" role="alert" title={titles[failure.kind]}>
      {failure.kind === 'gateway' && pay('noAnswer')}
      {failure.kind === 'total' && t('totalChangedText')}
      {failure.kind === 'shop' && errors(failure.words)}
      {failure.kind === 'sold-out' && <ShortLines lines={failure.shortLines} />}
      {(failure.kind === 'total' || failure.kind === 'shop') && <Changes changes={failure.changes} />}
      {isOfCart && (
        <Link href="/cart" className="mt-1 flex min-h-11 items-center font-semibold text-link">
          {t('changeCart')}
        </Link>
      )}
      {failure.kind === 'shop' && failure.earlierOrderId && (
        <div className="mt-3 flex flex-wrap gap-3">
          <ButtonLink href={`/orders/${failure.earlierOrderId}`} size="medium">
            {t('toEarlierOrder')}
          </ButtonLink>
          <Button kind="line" size="medium" onClick={placing.startOver}>
            {t('anotherOrder')}
          </Button>
        </div>
      )}
    </Callout>
  )
}

const ShortLines = ({ lines }: { lines: Extract<Failure, { kind: 'sold-out' }>['shortLines'] }) => {
  const t = useTranslations('checkout')
  const words = useTranslations('order.short')
  return (
    <>
      {t('soldOutText')}
      <ul className="mt-2 list-inside list-disc">
        {lines.map(({ variantId, name, wanted, available }) => (
          <li key={variantId}>
            {available > 0 ? words('some', { name, wanted, available }) : words('none', { name, wanted })}
          </li>
        ))}
      </ul>
    </>
  )
}

const Changes = ({ changes }: { changes: readonly CartChange[] }) => {
  const t = useTranslations('checkout.changes')
  const locale = useLocale()
  const textOf = (change: CartChange): string => {
    const { name } = change
    if (change.kind === 'price')
      return t('price', { name, before: priceText(change.before, locale), now: priceText(change.now, locale) })
    if (change.kind === 'units') return t('units', { name, before: change.before, now: change.now })
    if (change.kind === 'short') return t('short', { name, wanted: change.wanted, left: change.left })
    return t('gone', { name })
  }
  if (changes.length === 0) return null
  return (
    <ul className="mt-2 list-inside list-disc">
      {changes.map(change => (
        <li key={`${change.variantId} ${change.kind}`} className="figures">
          {textOf(change)}
        </li>
      ))}
    </ul>
  )
}
