'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { ButtonLink } from '@/components/ui/button-link'
import { Callout } from '@/components/ui/callout'
import { GuardedButton } from './guarded-button'
import { Moment } from './moment'
import type { OperatorOrderView } from './operator-view'
import { plainDetail } from './plain-detail'
import { ResolveIncident } from './resolve-incident'
import { RetryIncident } from './retry-incident'
import { useStepName } from './use-step-name'
import { useWordsOr } from './use-words-or'

type Incident = OperatorOrderView['incidents'][number]

/** What needs a person, first on the page, with what this operator may do about it. */
export const IncidentList = ({ incidents }: { incidents: OperatorOrderView['incidents'] }) => {
  const t = useTranslations('admin')
  return (
    <section aria-labelledby="incidents">
      <h2 id="incidents" className="text-sub">
        {t('incidents')}
      </h2>
      <ul className="mt-3 space-y-3">
        {incidents.map(incident => (
          <li key={incident.id}>
            <IncidentNote incident={incident} />
          </li>
        ))}
      </ul>
    </section>
  )
}

const IncidentNote = ({ incident }: { incident: Incident }) => {
  const t = useTranslations('admin')
  const kindOf = useWordsOr('admin.incidentKinds')
  const resolutionOf = useWordsOr('admin.resolutions')
  const stepOf = useStepName()
  return (
    <Callout tone={incident.resolvedAt ? 'plain' : 'bad'} title={kindOf(incident.kind)}>
      <p>
        {stepOf(incident.stepId)} <code className="font-mono text-xs text-ink-2">{incident.stepId}</code>
      </p>
      <p className="break-words">{plainDetail(incident.detail)}</p>
      <p className="text-ink-2">
        <Moment at={incident.openedAt} /> · {t('times', { count: incident.occurrences })}
        {incident.resolvedAt && (
          <>
            {' · '}
            {t('resolved')} <Moment at={incident.resolvedAt} />
            {incident.resolution && ` · ${resolutionOf(incident.resolution)}`}
          </>
        )}
      </p>
      {incident.nextTryAt && (
        <p>
          {t('nextTry', { count: incident.tries })} <Moment at={incident.nextTryAt} />
        </p>
      )}
      {incident.note && <p className="break-words">{incident.note}</p>}
      {!incident.resolvedAt && <IncidentActs incident={incident} />}
    </Callout>
  )
}

const IncidentActs = ({ incident }: { incident: Incident }) => {
  const t = useTranslations('admin.repair')
  const [open, setOpen] = useState<'retry' | 'resolve' | null>(null)
  const close = () => setOpen(null)
  if (open === 'retry') return <RetryIncident incidentId={incident.id} onClose={close} />
  if (open === 'resolve') return <ResolveIncident incidentId={incident.id} onClose={close} />
  return (
    <div className="mt-3 flex flex-wrap gap-2.5 empty:hidden">
      <GuardedButton permission="incident.retry" kind="line" size="small" onClick={() => setOpen('retry')}>
        {t('retry')}
      </GuardedButton>
      <GuardedButton permission="incident.resolve" kind="line" size="small" onClick={() => setOpen('resolve')}>
        {t('resolve')}
      </GuardedButton>
      <ButtonLink href={`/admin/attention/${incident.id}`} kind="quiet" size="small">
        {t('everyWay')}
      </ButtonLink>
    </div>
  )
}
