'use client'

import { useLocale, useTranslations } from 'next-intl'
import { useEffect, useRef } from 'react'
import { Button } from '@/components/ui/button'
import { ButtonLink } from '@/components/ui/button-link'
import { Callout } from '@/components/ui/callout'
import { Link } from '@/i18n/navigation'
import { priceText } from '@/lib/price-text'
import type { CartChange } from './find-cart-changes'
import type { EarlierOrder, PlaceFailure as Failure, Placing } from './use-place-and-pay'

/** True of a failure that says itself what keeps the cart from being ordered, and leads there. */
export const tellsOfCart = (failure: Failure | null): boolean =>
  failure?.kind === 'sold-out' || (failure?.kind === 'shop' && failure.words === 'variant-unavailable')

type Told = Exclude<Failure, { kind: 'card' }>

/** Says what came of the press, names what has changed, and what to do; focus comes here, and the form stays as it was. */
export const PlaceFailure = ({ placing, totalText }: { placing: Placing; totalText: string }) => {
  const box = useRef<HTMLDivElement>(null)
  const { failure } = placing
  const title = useTitle(totalText)
  useEffect(() => {
    if (failure && failure.kind !== 'card') box.current?.focus()
  }, [failure])
  if (!failure || failure.kind === 'card') return null
  const tone = failure.kind === 'given-up' ? 'good' : 'bad'
  return (
    <Callout ref={box} tabIndex={-1} tone={tone} role="alert" title={title(failure)}>
      <Contents failure={failure} placing={placing} />
    </Callout>
  )
}

const useTitle = (total: string) => {
  const t = useTranslations('checkout')
  const pay = useTranslations('pay')
  return (failure: Told): string => {
    if (failure.kind === 'gateway' || failure.kind === 'offline') return pay('notSent')
    if (failure.kind === 'sold-out') return t('soldOut')
    if (failure.kind === 'total') return t('totalChanged', { total })
    if (failure.kind === 'lost') return t('lost.title')
    if (failure.kind === 'taken') return t('taken.title', { number: failure.number })
    if (failure.kind === 'given-up') return t('givenUp.title', { number: failure.number })
    return t('placeFailed')
  }
}

const Contents = ({ failure, placing }: { failure: Told; placing: Placing }) => {
  const t = useTranslations('checkout')
  const errors = useTranslations('errors')
  const pay = useTranslations('pay')
  if (failure.kind === 'gateway') return pay('noAnswer')
  if (failure.kind === 'offline') return pay('offline')
  if (failure.kind === 'lost') return t('lost.text')
  if (failure.kind === 'taken') return <Earlier order={failure} placing={placing} />
  if (failure.kind === 'given-up')
    return (
      <>
        {t('givenUp.text')}
        {failure.missing.length > 0 && (
          <p className="mt-2">{pay('again.some', { names: failure.missing.join(', ') })}</p>
        )}
      </>
    )
  if (failure.kind === 'sold-out')
    return (
      <>
        <ShortLines lines={failure.shortLines} />
        <ToCart />
      </>
    )
  return (
    <>
      {failure.kind === 'total' ? t('totalChangedText') : errors(failure.words)}
      <Changes changes={failure.changes} />
      {tellsOfCart(failure) && <ToCart />}
    </>
  )
}

/** What stands is the order as it was first sent; what was typed since needs another one. */
const Earlier = ({ order, placing }: { order: EarlierOrder; placing: Placing }) => {
  const t = useTranslations('checkout')
  const errors = useTranslations('errors')
  return (
    <>
      {t('taken.text')}
      {order.trouble && <p className="mt-2 font-medium">{errors(order.trouble)}</p>}
      <div className="mt-3 flex flex-wrap gap-3">
        <ButtonLink href={`/orders/${order.orderId}`} size="medium">
          {t('toEarlierOrder')}
        </ButtonLink>
        <Button kind="line" size="medium" onClick={() => placing.startOver(order)}>
          {t('anotherOrder')}
        </Button>
      </div>
    </>
  )
}

const ToCart = () => {
  const t = useTranslations('checkout')
  return (
    <Link href="/cart" className="mt-1 flex min-h-11 items-center font-semibold text-link">
      {t('changeCart')}
    </Link>
  )
}

const ShortLines = ({ lines }: { lines: Extract<Failure, { kind: 'sold-out' }>['shortLines'] }) => {
  const t = useTranslations('checkout')
  const words = useTranslations('order.short')
  return (
    <>
      {t('soldOutText')}
      <ul className="mt-2 list-disc pl-5">
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
    <ul className="mt-2 list-disc pl-5">
      {changes.map(change => (
        <li key={`${change.variantId} ${change.kind}`} className="figures">
          {textOf(change)}
        </li>
      ))}
    </ul>
  )
}
