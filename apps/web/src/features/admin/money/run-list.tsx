'use client'

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { Callout } from '@/components/ui/callout'
import { useTRPC } from '@/lib/trpc/context'
import type { Outputs } from '@/lib/trpc/router'
import { wordsKeyOf } from '@/lib/trpc/shop-code'
import { GuardedButton } from '../guarded-button'
import { Moment } from '../moment'
import { PlainTable } from '../plain-table'

/** The last review and a way to ask for one now; the others below. */
export const RunList = ({ runs }: Outputs['admin']['reconciliation']['runs']) => {
  const t = useTranslations('adminMoney')
  const errors = useTranslations('errors')
  const api = useTRPC()
  const client = useQueryClient()
  const review = useMutation(
    api.admin.reconciliation.review.mutationOptions({
      onSettled: () => client.invalidateQueries({ queryKey: api.admin.reconciliation.pathKey() }),
    }),
  )
  const running = runs[0]?.status === 'RUNNING' || review.isPending
  return (
    <section aria-label={t('runs')} className="mb-8">
      <div className="flex flex-wrap items-center gap-4">
        <GuardedButton
          permission="money.reconcile"
          size="medium"
          aria-disabled={running || undefined}
          onClick={() => {
            if (!running) review.mutate({})
          }}
        >
          {t(running ? 'reviewing' : 'review')}
        </GuardedButton>
        <p role="status" className="text-ink-2">
          {running ? t('reviewingText') : runs.length === 0 ? t('neverReviewed') : ''}
        </p>
      </div>
      {review.error && (
        <Callout tone="bad" role="alert" className="mt-3" title={t('failed')}>
          {errors(wordsKeyOf(review.error))}
        </Callout>
      )}
      {runs[0]?.notCompared && (
        <Callout tone="bad" className="mt-3" title={t('notCompared')}>
          {runs[0].notCompared}
        </Callout>
      )}
      <div className="mt-5">
        <PlainTable
          title={t('runs')}
          columns={[
            t('columns.at'),
            t('columns.by'),
            t('columns.state'),
            t('columns.found'),
            t('columns.opened'),
            t('columns.gone'),
          ]}
          rows={runs.map(run => ({
            key: run.id,
            cells: [
              <Moment key="at" at={run.startedAt} />,
              run.askedBy ?? t(`triggers.${run.trigger}`),
              t(`runStates.${run.status}`),
              run.found,
              run.opened,
              run.closed,
            ],
          }))}
        />
      </div>
    </section>
  )
}
