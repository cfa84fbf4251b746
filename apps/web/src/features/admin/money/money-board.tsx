'use client'

import { differenceAreas } from '@makegood/core/reconciliation/difference-kinds'
import { differenceStates } from '@makegood/core/reconciliation/reconciliation-views'
import { useQuery } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { ButtonLink } from '@/components/ui/button-link'
import { Callout } from '@/components/ui/callout'
import { EmptyState } from '@/components/ui/empty-state'
import { Select } from '@/components/ui/select'
import { useRouter } from '@/i18n/navigation'
import { useTRPC } from '@/lib/trpc/context'
import type { Outputs } from '@/lib/trpc/router'
import { wordsKeyOf } from '@/lib/trpc/shop-code'
import { DifferenceCard } from './difference-card'
import { type MoneyQuery, moneyAddress, readMoneyQuery } from './money-query'
import { RunList } from './run-list'

const pollMs = 3000

type Props = {
  query: MoneyQuery
  first: Outputs['admin']['reconciliation']['differences']
  firstRuns: Outputs['admin']['reconciliation']['runs']
}

/** Where two books say two things, and what puts each right. */
export const MoneyBoard = ({ query, first, firstRuns }: Props) => {
  const t = useTranslations('adminMoney')
  const errors = useTranslations('errors')
  const api = useTRPC()
  const router = useRouter()
  const runs = useQuery({
    ...api.admin.reconciliation.runs.queryOptions({}),
    initialData: firstRuns,
    refetchInterval: pollMs,
  })
  const reading = useQuery({
    ...api.admin.reconciliation.differences.queryOptions(query),
    initialData: first,
    refetchInterval: pollMs,
  })
  const { differences, nextCursor } = reading.data
  const go = (next: Record<string, string>) =>
    router.push(moneyAddress(readMoneyQuery({ ...query, cursor: undefined, ...next })))
  return (
    <>
      <RunList runs={runs.data.runs} />
      <section aria-labelledby="differences">
        <h2 id="differences" className="text-sub">
          {t('differences')}
        </h2>
        <div className="mt-3 grid max-w-md grid-cols-2 gap-3">
          <Select
            label={t('state')}
            value={query.state ?? 'OPEN'}
            options={differenceStates.map(state => ({ value: state, label: t(`states.${state}`) }))}
            onChange={event => go({ state: event.target.value })}
          />
          <Select
            label={t('area')}
            value={query.area ?? ''}
            options={[
              { value: '', label: t('everyArea') },
              ...differenceAreas.map(area => ({ value: area, label: t(`areas.${area}`) })),
            ]}
            onChange={event => go({ area: event.target.value })}
          />
        </div>
        {reading.error && (
          <Callout tone="bad" role="alert" className="mt-4">
            {errors(wordsKeyOf(reading.error))}
          </Callout>
        )}
        <div className="mt-4 border-t border-edge">
          {differences.length === 0 ? (
            <EmptyState title={t('nothing')} text={t('nothingText')} />
          ) : (
            differences.map(difference => <DifferenceCard key={difference.id} difference={difference} />)
          )}
        </div>
      </section>
      {nextCursor && (
        <ButtonLink
          href={moneyAddress({ ...query, cursor: nextCursor })}
          rel="next"
          kind="line"
          size="small"
          className="mt-5"
        >
          {t('older')}
        </ButtonLink>
      )}
    </>
  )
}
