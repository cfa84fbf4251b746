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
import { ApprovalRows } from './approval-rows'
import { ConfirmRow } from './confirm-row'
import { PauseRows } from './pause-rows'
import { ProblemList } from './problem-list'

type Attention = Outputs['admin']['today']['attention']

const pollMs = 5_000
const tile = 'block h-full px-3.5 py-3 hover:bg-paper'
const countLinks = [
  ['stopped', '/admin/orders?saga=stopped'],
  ['retrying', '/admin/orders?saga=retrying'],
  ['undoing', '/admin/orders?saga=undoing'],
  ['paused', '/admin/orders?saga=paused'],
  ['undoFailed', '/admin/attention?kind=undo-failed'],
  ['stuck', '/admin/system?saga=stuck#sagas'],
] as const

/** What needs a person, read again every five seconds; the oldest problem first, with its act. */
export const TodayAttention = ({ first }: { first: Attention }) => {
  const t = useTranslations('adminToday')
  const locale = useLocale()
  const api = useTRPC()
  const reading = useQuery({
    ...api.admin.today.attention.queryOptions(),
    initialData: first,
    refetchInterval: pollMs,
  })
  const { counts, moneyHeld, stockHeld, problems, approvals, longPauses } = reading.data
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
      {approvals.length > 0 && <ApprovalRows approvals={approvals} />}
      {counts.toConfirm > 0 && <ConfirmRow count={counts.toConfirm} />}
      {longPauses.length > 0 && <PauseRows pauses={longPauses} />}
      {problems.length > 0 && <ProblemList problems={problems} open={counts.incidents} />}
      {problems.length + approvals.length + longPauses.length === 0 && <AllWell counts={counts} />}
      <ul className="mt-4 grid grid-cols-2 border-t border-l border-line sm:grid-cols-3 xl:grid-cols-9">
        {countLinks.map(([name, href]) => (
          <li key={name} className="border-r border-b border-line">
            <Link href={href} className={tile} title={t(`attention.meanings.${name}`)}>
              <span className="block text-ink-2">{t(`attention.counts.${name}`)}</span>
              <span className={cn('figures block text-head', counts[name] > 0 && 'text-rust')}>
                {counts[name] >= attentionCountMax ? `${attentionCountMax}+` : counts[name]}
              </span>
              <span className="block text-xs text-ink-2">{t(`attention.meanings.${name}`)}</span>
            </Link>
          </li>
        ))}
        <li className="border-r border-b border-line">
          <Link href="/admin/orders?held=stock" className={tile}>
            <span className="block text-ink-2">{t('attention.stockHeld')}</span>
            <span className="figures block text-head">{t('attention.stockUnits', { count: stockHeld.units })}</span>
            <span className="block text-xs text-ink-2">{t('attention.stockMeaning', { count: stockHeld.orders })}</span>
          </Link>
        </li>
        <li className="sm:col-span-2 border-r border-b border-line">
          <Link href="/admin/orders?held=money" className={tile}>
            <span className="block text-ink-2">{t('attention.moneyHeld')}</span>
            <span className="figures block text-head">{priceText(moneyHeld.amount, locale)}</span>
            <span className="block text-xs text-ink-2">{t('attention.moneyMeaning', { count: moneyHeld.orders })}</span>
          </Link>
        </li>
      </ul>
    </section>
  )
}

const AllWell = ({ counts }: { counts: Attention['counts'] }) => {
  const t = useTranslations('adminToday.attention')
  if (counts.stuck > 0 || counts.stopped > 0 || counts.toConfirm > 0) return null
  return (
    <Callout tone="good" role="status">
      {t('well')}
    </Callout>
  )
}
