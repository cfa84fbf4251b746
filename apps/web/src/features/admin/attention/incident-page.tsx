'use client'

import { adviseOn } from '@makegood/core/saga/incident-advice'
import { useQuery } from '@tanstack/react-query'
import { useLocale, useTranslations } from 'next-intl'
import { Badge } from '@/components/ui/badge'
import { ButtonLink } from '@/components/ui/button-link'
import { Callout } from '@/components/ui/callout'
import { Link } from '@/i18n/navigation'
import { useTRPC } from '@/lib/trpc/context'
import type { Outputs } from '@/lib/trpc/router'
import { wordsKeyOf } from '@/lib/trpc/shop-code'
import { BackLink } from '../back-link'
import { CauseNote } from '../cause-note'
import { Moment } from '../moment'
import { useMay } from '../operator-role'
import { SagaTimeline } from '../saga-timeline'
import { StatusMark } from '../status-mark'
import { useWordsOr } from '../use-words-or'
import { AdviceNote } from './advice-note'
import { AskedSettlement } from './asked-settlement'
import { IncidentActs } from './incident-acts'
import { IncidentHistory } from './incident-history'
import { NextTry } from './next-try'
import { StepOrParcel } from './step-or-parcel'
import { WhatStands } from './what-stands'

const pollMs = 2000
/** What these ask for is done on the order's own page. */
const orderFirst: readonly string[] = ['ask-return', 'decide-return', 'receive-return', 'look-outside']

type Props = {
  first: Outputs['admin']['incident']['get']
  firstActs: Outputs['admin']['incident']['acts']
  traceUrl: string | null
}

/** One incident: what failed, what stands, what is advised, what can be done, and who did what. Read again every two seconds. */
export const IncidentPage = ({ first, firstActs, traceUrl }: Props) => {
  const t = useTranslations('adminAttention')
  const admin = useTranslations('admin')
  const errors = useTranslations('errors')
  const kindOf = useWordsOr('admin.incidentKinds')
  const resolutionOf = useWordsOr('admin.resolutions')
  const locale = useLocale()
  const api = useTRPC()
  const incidentId = first.id
  const reading = useQuery({
    ...api.admin.incident.get.queryOptions({ incidentId, locale }),
    initialData: first,
    refetchInterval: pollMs,
  })
  const history = useQuery({
    ...api.admin.incident.acts.queryOptions({ incidentId }),
    initialData: firstActs,
    refetchInterval: pollMs,
  })
  const incident = reading.data
  const { order, saga, resolvedAt } = incident
  const movedOn = first.resolvedAt === null && resolvedAt !== null
  const running = incident.goesOn
  const asksReturn = useMay('return.request') && adviseOn(incident).act === 'ask-return'
  const [last] = history.data.acts
  return (
    <>
      <BackLink href="/admin/attention">{t('toList')}</BackLink>
      <div className="flex flex-wrap items-center gap-x-4 gap-y-1.5 pb-4">
        <h1 className="text-head">{kindOf(incident.kind)}</h1>
        <span role="status">
          <Badge tone={resolvedAt ? 'mended' : 'bad'}>
            {t(resolvedAt ? 'state.resolved' : running ? 'state.running' : 'state.open')}
          </Badge>
        </span>
        {order && (
          <span className="ml-auto flex items-center gap-3">
            <Link
              href={`/admin/orders/${order.id}`}
              className="inline-flex min-h-11 items-center font-semibold text-link"
            >
              {admin('orderNumber', { number: order.number })}
            </Link>
            <StatusMark status={order.status} />
          </span>
        )}
      </div>
      {reading.error && (
        <Callout tone="bad" role="alert" className="mb-5" title={admin('stale')}>
          {errors(wordsKeyOf(reading.error))} {admin('asOf')}{' '}
          <Moment at={new Date(reading.dataUpdatedAt).toISOString()} />
        </Callout>
      )}
      {movedOn && (
        <Callout tone="good" role="status" className="mb-5" title={t('closedMeanwhile')}>
          {resolutionOf(incident.resolution ?? '')}
          {last?.name && ` · ${last.name}`}
        </Callout>
      )}
      <div className="grid gap-x-12 gap-y-9 border-t border-line pt-6 xl:grid-cols-[7fr_5fr]">
        <div className="min-w-0 space-y-8">
          <section aria-labelledby="what-to-do">
            <h2 id="what-to-do" className="text-sub">
              {t(resolvedAt ? 'howItEnded' : 'whatToDo')}
            </h2>
            <div className="mt-3">
              {resolvedAt ? (
                <p>
                  <Moment at={resolvedAt} /> · {resolutionOf(incident.resolution ?? '')}
                  {incident.note && ` · ${incident.note}`}
                </p>
              ) : running ? (
                <p>{t('runs')}</p>
              ) : (
                <>
                  <AdviceNote incident={incident} />
                  {incident.asked && <AskedSettlement asked={incident.asked} />}
                  {incident.nextTryAt && !incident.asked && <NextTry at={incident.nextTryAt} tries={incident.tries} />}
                  {order && (orderFirst.includes(adviseOn(incident).act) || incident.underWay) && (
                    <ButtonLink
                      href={`/admin/orders/${order.id}${asksReturn ? '?act=requestReturn' : ''}`}
                      size="medium"
                      className="mt-4"
                    >
                      {asksReturn ? t('askReturn') : t('toOrder', { number: order.number })}
                    </ButtonLink>
                  )}
                  <IncidentActs incident={incident} />
                </>
              )}
            </div>
          </section>
          <section aria-labelledby="what-failed">
            <h2 id="what-failed" className="text-sub">
              {t('whatFailed')}
            </h2>
            <p className="mt-3">
              <StepOrParcel stepId={incident.stepId} parcel={incident.parcel} />
            </p>
            <CauseNote recorded={incident.detail} />
            <p className="mt-1 text-ink-2">
              {t('since')} <Moment at={incident.openedAt} /> · {admin('times', { count: incident.occurrences })}
              {incident.tries > 0 && ` · ${t('triedByItself', { count: incident.tries })}`}
            </p>
            {saga && (
              <div className="mt-3">
                <WhatStands saga={saga} />
              </div>
            )}
          </section>
          <IncidentHistory acts={history.data.acts} />
        </div>
        {saga && (
          <div className="min-w-0">
            <SagaTimeline saga={saga} traceUrl={traceUrl} />
          </div>
        )}
      </div>
    </>
  )
}
