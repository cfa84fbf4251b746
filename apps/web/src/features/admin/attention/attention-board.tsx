'use client'

import { useQuery } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { ButtonLink } from '@/components/ui/button-link'
import { Callout } from '@/components/ui/callout'
import { Checkbox } from '@/components/ui/checkbox'
import { EmptyState } from '@/components/ui/empty-state'
import { useTRPC } from '@/lib/trpc/context'
import type { Outputs } from '@/lib/trpc/router'
import { wordsKeyOf } from '@/lib/trpc/shop-code'
import { Moment } from '../moment'
import { AttentionFilters } from './attention-filters'
import { type AttentionQuery, attentionAddress } from './attention-query'
import { BulkActs } from './bulk-acts'
import { IncidentGroups } from './incident-groups'
import { IncidentRows } from './incident-rows'

const pollMs = 4000
const manyMax = 100

type Props = {
  query: AttentionQuery
  first: Outputs['admin']['incident']['list']
  groups: Outputs['admin']['incident']['groups']
}

/** Everything that waits for a person, read again every few seconds; what is chosen stays chosen. */
export const AttentionBoard = ({ query, first, groups }: Props) => {
  const t = useTranslations('adminAttention')
  const errors = useTranslations('errors')
  const admin = useTranslations('admin')
  const api = useTRPC()
  const reading = useQuery({
    ...api.admin.incident.list.queryOptions(query),
    initialData: first,
    refetchInterval: pollMs,
  })
  const grouped = useQuery({
    ...api.admin.incident.groups.queryOptions({}),
    initialData: groups,
    refetchInterval: pollMs,
  })
  const { incidents, nextCursor } = reading.data
  const [marked, setMarked] = useState<ReadonlySet<string>>(new Set())
  const open = incidents.filter(incident => incident.resolvedAt === null && !incident.goesOn)
  // What somebody else has closed meanwhile is not acted on any more.
  const chosen = open.filter(({ id }) => marked.has(id)).map(({ id }) => id)
  const choose = (id: string, isChosen: boolean) =>
    setMarked(before => new Set(isChosen ? [...before, id] : [...before].filter(other => other !== id)))
  const isPlain = Object.keys(query).every(key => key === 'cursor')
  const steps = [...new Set(grouped.data.groups.map(({ stepId }) => stepId))].filter(step => step !== '')
  return (
    <>
      <AttentionFilters query={query} steps={steps} />
      {reading.error && (
        <Callout tone="bad" role="alert" className="mb-5" title={admin('stale')}>
          {errors(wordsKeyOf(reading.error))} {admin('asOf')}{' '}
          <Moment at={new Date(reading.dataUpdatedAt).toISOString()} />
        </Callout>
      )}
      {isPlain && <IncidentGroups groups={grouped.data.groups} />}
      <section aria-labelledby="incident-list">
        <div className="flex flex-wrap items-center justify-between gap-x-6">
          <h2 id="incident-list" className="text-sub">
            {t('list')}
          </h2>
          {open.length > 1 && (
            <Checkbox
              label={t('chooseAll', { count: Math.min(open.length, manyMax) })}
              checked={chosen.length === open.length}
              onChange={event => setMarked(new Set(event.target.checked ? open.map(({ id }) => id) : []))}
            />
          )}
        </div>
        <p className="hidden text-ink-2 lg:block">{t('keys')}</p>
        {incidents.length === 0 ? (
          <EmptyState
            title={t(isPlain ? 'nothing' : 'nothingFound')}
            text={t(isPlain ? 'nothingText' : 'nothingFoundText')}
          />
        ) : (
          <IncidentRows incidents={incidents} chosen={new Set(chosen)} onChoose={choose} />
        )}
        <BulkActs chosen={chosen} onDone={() => setMarked(new Set())} />
      </section>
      <nav aria-label={t('pages')} className="mt-5 flex flex-wrap gap-3">
        {query.cursor && (
          <ButtonLink href={attentionAddress({ ...query, cursor: '' })} kind="line" size="small">
            {t('newest')}
          </ButtonLink>
        )}
        {nextCursor && (
          <ButtonLink href={attentionAddress({ ...query, cursor: nextCursor })} rel="next" kind="line" size="small">
            {t('older')}
          </ButtonLink>
        )}
      </nav>
    </>
  )
}
