'use client'

import { attentionCountMax } from '@makegood/core/today/views'
import { useQuery } from '@tanstack/react-query'
import { useLocale, useTranslations } from 'next-intl'
import { Callout } from '@/components/ui/callout'
import { Link } from '@/i18n/navigation'
import { cn } from '@/lib/cn'
import { priceText } from '@/lib/price-text'
import { useTRPC } from '@/lib/trpc/context'
import type { Outputs } from '@/lib/trpc/router'
import { isParcel } from '../attention/is-parcel'
import { Moment } from '../moment'
import { useStepName } from '../use-step-name'

type Attention = Outputs['admin']['today']['attention']

const pollMs = 5_000
const countLinks = [
  ['stuck', '/admin/system?saga=stuck#sagas'],
  ['retrying', '/admin/system?saga=retrying#sagas'],
  ['undoing', '/admin/system?saga=undoing#sagas'],
  ['undoFailed', '/admin/attention?kind=undo-failed'],
] as const

/** What needs a person, read again every five seconds; the oldest problem first, with the way to it. */
export const TodayAttention = ({ first }: { first: Attention }) => {
  const t = useTranslations('adminToday')
  const locale = useLocale()
  const api = useTRPC()
  const reading = useQuery({
    ...api.admin.today.attention.queryOptions(),
    initialData: first,
    refetchInterval: pollMs,
  })
  const { counts, moneyHeld, stockHeld, oldest } = reading.data
  return (
    <section aria-labelledby="attention">
      <h2 id="attention" className="sr-only">
        {t('attention.title')}
      </h2>
      {reading.isError && (
        <p role="alert" className="mb-3 text-rust">
          {t('stale')}
        </p>
      )}
      {oldest ? <OldestProblem oldest={oldest} open={counts.incidents} /> : <AllWell counts={counts} />}
      <ul className="mt-4 grid grid-cols-2 border-t border-l border-line lg:grid-cols-6">
        {countLinks.map(([name, href]) => (
          <li key={name} className="border-r border-b border-line">
            <Link
              href={href}
              className="block h-full px-3.5 py-3 hover:bg-paper"
              title={t(`attention.meanings.${name}`)}
            >
              <span className="block text-ink-2">{t(`attention.counts.${name}`)}</span>
              <span className={cn('figures block text-head', counts[name] > 0 && 'text-rust')}>
                {counts[name] >= attentionCountMax ? `${attentionCountMax}+` : counts[name]}
              </span>
              <span className="block text-xs text-ink-2">{t(`attention.meanings.${name}`)}</span>
            </Link>
          </li>
        ))}
        <li className="border-r border-b border-line px-3.5 py-3">
          <p className="text-ink-2">{t('attention.moneyHeld')}</p>
          <p className="figures text-head">{priceText(moneyHeld.amount, locale)}</p>
          <p className="text-xs text-ink-2">{t('attention.moneyMeaning', { count: moneyHeld.orders })}</p>
        </li>
        <li className="border-r border-b border-line px-3.5 py-3">
          <p className="text-ink-2">{t('attention.stockHeld')}</p>
          <p className="figures text-head">{t('attention.stockUnits', { count: stockHeld.units })}</p>
          <p className="text-xs text-ink-2">{t('attention.stockMeaning', { count: stockHeld.orders })}</p>
        </li>
      </ul>
    </section>
  )
}

const AllWell = ({ counts }: { counts: Attention['counts'] }) => {
  const t = useTranslations('adminToday.attention')
  if (counts.stuck > 0) return null
  return (
    <Callout tone="good" role="status">
      {t('well')}
    </Callout>
  )
}

const OldestProblem = ({ oldest, open }: { oldest: NonNullable<Attention['oldest']>; open: number }) => {
  const t = useTranslations('adminToday.attention')
  const kinds = useTranslations('admin.incidentKinds')
  const stepOf = useStepName()
  return (
    <Callout tone="bad" role="status" title={`${t('oldest')}: ${kinds(oldest.kind)}`}>
      {!isParcel(oldest.stepId) && <p>{stepOf(oldest.stepId)}</p>}
      <p className="text-ink-2">
        <Moment at={oldest.openedAt} />
        {oldest.nextTryAt && (
          <>
            {' · '}
            {t('tries')} <Moment at={oldest.nextTryAt} />
          </>
        )}
      </p>
      <p className="mt-1 flex flex-wrap gap-x-5">
        <Link href={`/admin/attention/${oldest.incidentId}`} className="inline-flex min-h-11 items-center text-link">
          {t('open')}
        </Link>
        {oldest.orderId && oldest.orderNumber && (
          <Link href={`/admin/orders/${oldest.orderId}`} className="inline-flex min-h-11 items-center text-link">
            {t('order', { number: oldest.orderNumber })}
          </Link>
        )}
        {open > 1 && (
          <Link href="/admin/attention" className="inline-flex min-h-11 items-center text-link">
            {t('more', { count: open })}
          </Link>
        )}
      </p>
    </Callout>
  )
}
