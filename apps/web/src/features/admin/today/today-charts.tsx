'use client'

import { shopCurrency } from '@makegood/core/money/shop-currency'
import type { PeriodKind } from '@makegood/core/today/periods'
import type { TodaySpan } from '@makegood/core/today/views'
import { useFormatter, useLocale, useTranslations } from 'next-intl'
import { dateText } from '@/lib/date-text'
import { priceText, shortPriceText } from '@/lib/price-text'
import { ChartFigure } from './chart-figure'
import { useDuration } from './use-duration'

type Props = { by: PeriodKind; spans: readonly TodaySpan[]; before: readonly TodaySpan[] }

/** The spans are the shop's own hours and days. */
const labels = { hour: 'hour', day: 'shortDay', week: 'shortDay' } as const

/** The figures along time, each as a chart and as a table. */
export const TodayCharts = ({ by, spans, before }: Props) => {
  const t = useTranslations('adminToday.charts')
  const locale = useLocale()
  const format = useFormatter()
  const duration = useDuration()
  const rowsOf = (
    first: (span: TodaySpan) => number | null,
    second: (span: TodaySpan, place: number) => number | null,
  ) =>
    spans.map((span, place) => ({
      label: dateText(span.from, labels[by], locale),
      first: first(span),
      second: second(span, place),
    }))
  const against = (read: (span: TodaySpan) => number) =>
    rowsOf(read, (_, place) => {
      const same = before[place]
      return same ? read(same) : null
    })
  const count = (value: number) => format.number(value)
  const shortCount = (value: number) => format.number(value, { notation: 'compact' })
  const moneyOf = (value: number) => ({
    amountMinor: String(Math.round(value)),
    currency: spans[0]?.revenue.currency ?? shopCurrency,
  })
  const compared = [t('now'), t('before')] as const
  return (
    <section aria-labelledby="charts" className="mt-10">
      <h2 id="charts" className="sr-only">
        {t('title')}
      </h2>
      <div className="grid gap-x-10 gap-y-8 lg:grid-cols-2">
        <ChartFigure
          title={t('orders')}
          names={compared}
          rows={against(span => span.orders)}
          text={count}
          short={shortCount}
          tone="ink"
        />
        <ChartFigure
          title={t('revenue')}
          names={compared}
          rows={against(span => Number(span.revenue.amountMinor))}
          text={value => priceText(moneyOf(value), locale)}
          short={value => shortPriceText(moneyOf(value), locale)}
          tone="celadon"
        />
        <ChartFigure
          title={t('failures')}
          names={compared}
          rows={against(span => span.failures)}
          text={count}
          short={shortCount}
          tone="rust"
        />
        <ChartFigure
          title={t('confirmTime')}
          names={[t('p50'), t('p95')]}
          rows={rowsOf(
            span => span.confirmP50Ms,
            span => span.confirmP95Ms,
          )}
          text={duration}
          short={duration}
          tone="ink"
          lines
        />
      </div>
    </section>
  )
}
