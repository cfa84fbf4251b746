'use client'

import { canBeTriedAgain } from '@makegood/core/saga/incident-kinds'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { ButtonLink } from '@/components/ui/button-link'
import { Callout } from '@/components/ui/callout'
import { AdviceNote } from './attention/advice-note'
import { StepOrParcel } from './attention/step-or-parcel'
import { CauseNote } from './cause-note'
import { GuardedButton } from './guarded-button'
import { InPlace } from './in-place'
import { Moment } from './moment'
import { useMay } from './operator-role'
import type { OperatorOrderView } from './operator-view'
import { useAskedAct } from './order-page/use-asked-act'
import { ResolveIncident } from './resolve-incident'
import { RetryIncident } from './retry-incident'
import { useWordsOr } from './use-words-or'

type Incident = OperatorOrderView['incidents'][number]

/** What needs a person, first on the page, with what is advised and what this operator may do. What is closed is told by the story. */
export const IncidentList = ({ incidents, shipments }: Pick<OperatorOrderView, 'incidents' | 'shipments'>) => {
  const t = useTranslations('admin')
  const open = incidents.filter(({ resolvedAt }) => resolvedAt === null)
  if (open.length === 0) return null
  return (
    <section aria-labelledby="incidents">
      <h2 id="incidents" className="text-sub">
        {t('incidents')}
      </h2>
      <ul className="mt-3 space-y-3">
        {open.map(incident => (
          <li key={incident.id}>
            <IncidentNote incident={incident} parcel={shipments.find(({ id }) => id === incident.stepId)} />
          </li>
        ))}
      </ul>
    </section>
  )
}

type NoteProps = { incident: Incident; parcel: OperatorOrderView['shipments'][number] | undefined }

const IncidentNote = ({ incident, parcel }: NoteProps) => {
  const t = useTranslations('admin')
  const kindOf = useWordsOr('admin.incidentKinds')
  return (
    <Callout tone="bad" title={kindOf(incident.kind)}>
      <p>
        <StepOrParcel stepId={incident.stepId} parcel={parcel} />
      </p>
      <CauseNote recorded={incident.detail} />
      <p className="text-ink-2">
        <Moment at={incident.openedAt} /> · {t('times', { count: incident.occurrences })}
      </p>
      {incident.nextTryAt && (
        <p>
          {t('nextTry', { count: incident.tries })} <Moment at={incident.nextTryAt} />
        </p>
      )}
      <AdviceNote incident={incident} />
      <IncidentActs incident={incident} />
    </Callout>
  )
}

const IncidentActs = ({ incident }: { incident: Incident }) => {
  const asked = useAskedAct()
  const [pressed, setPressed] = useState<'retry' | 'resolve' | null>(null)
  const mayRetry = useMay('incident.retry')
  const canRetry = canBeTriedAgain(incident.kind)
  const isAsked = asked.act === 'retry' && asked.incidentId === incident.id && mayRetry && canRetry
  const open = pressed ?? (isAsked ? 'retry' : null)
  const close = () => {
    setPressed(null)
    if (isAsked) asked.forget()
  }
  return (
    <InPlace open={open}>
      {open === 'retry' && <RetryIncident incidentId={incident.id} onClose={close} />}
      {open === 'resolve' && <ResolveIncident incidentId={incident.id} onClose={close} />}
      {open === null && <IncidentButtons incident={incident} onOpen={setPressed} />}
    </InPlace>
  )
}

type ButtonsProps = { incident: Incident; onOpen: (act: 'retry' | 'resolve') => void }

const IncidentButtons = ({ incident, onOpen }: ButtonsProps) => {
  const t = useTranslations('admin.repair')
  return (
    <div className="mt-3 flex flex-wrap gap-2.5 empty:hidden">
      {canBeTriedAgain(incident.kind) && (
        <GuardedButton
          permission="incident.retry"
          kind="line"
          size="small"
          data-opens="retry"
          onClick={() => onOpen('retry')}
        >
          {t('retry')}
        </GuardedButton>
      )}
      <GuardedButton
        permission="incident.resolve"
        kind="line"
        size="small"
        data-opens="resolve"
        onClick={() => onOpen('resolve')}
      >
        {t('resolve')}
      </GuardedButton>
      <ButtonLink href={`/admin/attention/${incident.id}`} kind="quiet" size="small">
        {t('everyWay')}
      </ButtonLink>
    </div>
  )
}
