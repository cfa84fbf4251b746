'use client'

import type { SystemSaga } from '@makegood/core/system/views'
import { useQuery } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { ButtonLink } from '@/components/ui/button-link'
import { Link } from '@/i18n/navigation'
import { useTRPC } from '@/lib/trpc/context'
import type { Outputs } from '@/lib/trpc/router'
import { Moment } from '../moment'
import { PlainTable } from '../plain-table'
import { useCause } from '../use-cause'
import { useStepName } from '../use-step-name'
import { useWordsOr } from '../use-words-or'
import { type SystemQuery, systemAddress } from './system-query'
import { useTook } from './use-took'

const pollMs = 5_000
const columns = ['saga', 'order', 'state', 'step', 'since', 'took', 'error'] as const

/** One page of the sagas that have not ended, read again every five seconds. */
export const SagaRows = ({
  query,
  first,
  readAt,
}: {
  query: SystemQuery
  first: Outputs['admin']['system']['sagas']
  readAt: number
}) => {
  const t = useTranslations('adminSystem.list')
  const nameOf = useWordsOr('admin.sagaNames')
  const stepOf = useStepName()
  const causeOf = useCause()
  const took = useTook()
  const api = useTRPC()
  const reading = useQuery({
    ...api.admin.system.sagas.queryOptions(query),
    initialData: first,
    // The browser's first words are the server's, also where a minute passes between them.
    initialDataUpdatedAt: readAt,
    refetchInterval: pollMs,
  })
  const { sagas, nextCursor } = reading.data
  const { cursor, ...unpaged } = query
  return (
    <div className="mt-4">
      {sagas.length === 0 && <p>{t('none')}</p>}
      <PlainTable
        quiet
        title={t('title')}
        columns={columns.map(column => t(`columns.${column}`))}
        rows={sagas.map(saga => ({
          key: saga.id,
          cells: [
            nameOf(saga.name),
            saga.orderId && (
              <Link key="order" href={`/admin/orders/${saga.orderId}`} className="figures text-link">
                {saga.orderNumber ?? saga.orderId}
              </Link>
            ),
            <SagaState key="state" saga={saga} />,
            saga.currentStep && stepOf(saga.currentStep),
            <Moment key="since" at={saga.startedAt} />,
            <span key="took" className="figures whitespace-nowrap">
              {took(reading.dataUpdatedAt - Date.parse(saga.startedAt))}
            </span>,
            saga.error && (
              <span key="error" className="break-words">
                {causeOf(saga.error)}
              </span>
            ),
          ],
        }))}
      />
      <nav aria-label={t('pages')} className="mt-4 flex flex-wrap gap-3">
        {cursor && (
          <ButtonLink href={systemAddress(unpaged)} kind="line" size="small">
            {t('newest')}
          </ButtonLink>
        )}
        {nextCursor && (
          <ButtonLink href={systemAddress({ ...query, cursor: nextCursor })} rel="next" kind="line" size="small">
            {t('older')}
          </ButtonLink>
        )}
      </nav>
    </div>
  )
}

const calm: readonly SystemSaga['state'][] = ['running', 'waiting', 'paused']

const SagaState = ({ saga: { state, stateSince, nextAt, attempts, generation } }: { saga: SystemSaga }) => {
  const t = useTranslations('adminSystem.list')
  return (
    <span className={calm.includes(state) ? '' : 'font-semibold text-rust'}>
      {t(`states.${state}`)}
      <span className="block text-xs font-normal text-ink-2">
        {t('stateSince')} <Moment at={stateSince} />
        {attempts !== null && ` · ${t('tries', { count: attempts })}`}
        {generation > 1 && ` · ${t('started', { count: generation })}`}
      </span>
      {nextAt && (
        <span className="block text-xs font-normal text-ink-2">
          {t(state === 'waiting' ? 'looksAt' : 'triesAt')} <Moment at={nextAt} />
        </span>
      )}
      {(state === 'stuck' || state === 'retrying') && (
        <span className="block text-xs font-normal text-ink-2">{t(`meanings.${state}`)}</span>
      )}
    </span>
  )
}
