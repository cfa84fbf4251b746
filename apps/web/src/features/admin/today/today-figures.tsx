'use client'

import type { PeriodKind } from '@makegood/core/today/periods'
import { useQuery } from '@tanstack/react-query'
import dynamic from 'next/dynamic'
import { useTranslations } from 'next-intl'
import { useTRPC } from '@/lib/trpc/context'
import type { Outputs } from '@/lib/trpc/router'
import { useMomentText } from '../use-moment-text'
import { FigureTiles } from './figure-tiles'
import { TopProducts } from './top-products'

const pollMs = 5_000
/** The charts' library is fetched behind the figures, and on no other page. */
const TodayCharts = dynamic(() => import('./today-charts').then(part => part.TodayCharts), {
  ssr: false,
  loading: () => <div className="h-[34rem]" />,
})

type Figures = Outputs['admin']['today']['figures']

/** How the shop does, read again every five seconds. */
export const TodayFigures = ({ by, first }: { by: PeriodKind; first: Figures }) => {
  const t = useTranslations('adminToday')
  const textOf = useMomentText()
  const api = useTRPC()
  const reading = useQuery({
    ...api.admin.today.figures.queryOptions({ by }),
    initialData: first,
    refetchInterval: pollMs,
  })
  const { figures, before, compares, spans, spansBefore, topProducts, asOf } = reading.data
  return (
    <>
      <p className="text-ink-2">
        {t(`periods.${by}`)}
        {compares !== 'yes' && <span className="block">{t(`compares.${compares}`)}</span>}
      </p>
      {reading.isError && (
        <p role="alert" className="mt-2 text-rust">
          {t('stale')}
        </p>
      )}
      <FigureTiles figures={figures} before={before} compares={compares} />
      <TodayCharts by={by} spans={spans} before={spansBefore} />
      <TopProducts {...topProducts} />
      <p className="mt-8 text-ink-2">{t('asOf', { when: textOf(asOf, 'clock') })}</p>
    </>
  )
}
