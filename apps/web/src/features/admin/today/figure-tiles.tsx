'use client'

import type { WireMoney } from '@makegood/core/money/wire-money'
import { type Compares, comparedFrom, type TodayFigures } from '@makegood/core/today/views'
import { useFormatter, useLocale, useTranslations } from 'next-intl'
import { priceText } from '@/lib/price-text'
import { type Change, FigureTile } from './figure-tile'
import { useDuration } from './use-duration'

type Props = { figures: TodayFigures; before: TodayFigures; compares: Compares }

export const FigureTiles = ({ figures, before, compares }: Props) => {
  /** By how much a figure differs from the one before, as a part of it, where the two compare. */
  const changeOf = (now: number | null, then: number | null): Change =>
    compares !== 'yes' || now === null || then === null || then === 0 ? null : (now - then) / then
  const pointsOf = (now: number | null, then: number | null): Change =>
    compares !== 'yes' || now === null || then === null ? null : { points: now - then }
  const t = useTranslations('adminToday.figures')
  const locale = useLocale()
  const format = useFormatter()
  const duration = useDuration()
  const count = (value: number) => format.number(value)
  const money = (value: WireMoney | null) => (value ? priceText(value, locale) : t('none'))
  const part = (value: number | null) =>
    value === null ? t('none') : format.number(value, { style: 'percent', maximumFractionDigits: 1 })
  const times = ({ confirmP50Ms, confirmP95Ms }: TodayFigures) =>
    confirmP50Ms === null || confirmP95Ms === null
      ? t('none')
      : t('times', { p50: duration(confirmP50Ms), p95: duration(confirmP95Ms) })
  const minor = (value: WireMoney | null) => (value ? Number(value.amountMinor) : null)
  return (
    <dl className="mt-3 grid border-t border-l border-line sm:grid-cols-2 lg:grid-cols-4">
      <FigureTile
        label={t('orders')}
        value={count(figures.orders)}
        before={count(before.orders)}
        change={changeOf(figures.orders, before.orders)}
        meaning={t('ordersMeaning')}
        more="good"
      />
      <FigureTile
        label={t('revenue')}
        value={money(figures.revenue)}
        before={money(before.revenue)}
        change={changeOf(minor(figures.revenue), minor(before.revenue))}
        meaning={t('revenueMeaning', { count: figures.confirmed })}
        more="good"
      />
      <FigureTile
        label={t('conversion')}
        value={part(figures.shares.conversion)}
        before={part(before.shares.conversion)}
        change={pointsOf(figures.shares.conversion, before.shares.conversion)}
        meaning={t('conversionMeaning')}
        more="good"
      />
      <FigureTile
        label={t('averageOrder')}
        value={money(figures.averageOrder)}
        before={money(before.averageOrder)}
        change={changeOf(minor(figures.averageOrder), minor(before.averageOrder))}
        meaning={t('averageOrderMeaning')}
        more="plain"
      />
      <FigureTile
        label={t('refundRate')}
        value={part(figures.shares.refundRate)}
        before={part(before.shares.refundRate)}
        change={pointsOf(figures.shares.refundRate, before.shares.refundRate)}
        meaning={t('refundRateMeaning', { amount: money(figures.refunded) })}
        more="bad"
      />
      <FigureTile
        label={t('failures')}
        value={count(figures.failures)}
        before={count(before.failures)}
        change={
          compares === 'yes' && before.failures < comparedFrom ? 'too-few' : changeOf(figures.failures, before.failures)
        }
        meaning={t('failuresMeaning', {
          stock: figures.reservationsFailed,
          stockRate: part(figures.shares.reservationFailures),
          payment: figures.paymentsFailed,
          paymentRate: part(figures.shares.paymentFailures),
          incidents: figures.incidents,
        })}
        more="bad"
      />
      <FigureTile
        label={t('confirmTime')}
        value={times(figures)}
        before={times(before)}
        change={changeOf(figures.confirmP95Ms, before.confirmP95Ms)}
        meaning={t('confirmTimeMeaning')}
        more="bad"
        wide
      />
    </dl>
  )
}
