'use client'

import { useTranslations } from 'next-intl'
import type { KeyboardEvent } from 'react'
import { Link } from '@/i18n/navigation'
import { cn } from '@/lib/cn'
import { Moment } from '../moment'
import { StatusMark } from '../status-mark'
import { useCause } from '../use-cause'
import { useStepName } from '../use-step-name'
import { useWordsOr } from '../use-words-or'
import { AdviceNote } from './advice-note'
import { isParcel } from './is-parcel'
import { NextTry } from './next-try'
import { Since } from './since'
import type { IncidentRowView } from './views'

type Props = {
  incidents: readonly IncidentRowView[]
  chosen: ReadonlySet<string>
  onChoose: (id: string, chosen: boolean) => void
}

/** Each incident with what failed, since when, and what to do; arrows go from one to the next, x chooses. */
export const IncidentRows = ({ incidents, chosen, onChoose }: Props) => {
  const t = useTranslations('adminAttention')
  const move = (event: KeyboardEvent<HTMLUListElement>) => {
    if (event.ctrlKey || event.metaKey || event.altKey || !(event.target instanceof HTMLElement)) return
    const row = event.target.closest('li')
    if (!row) return
    if (event.key === 'x') {
      const id = row.dataset.id ?? ''
      if (incidents.some(incident => incident.id === id && incident.resolvedAt === null && !incident.goesOn))
        onChoose(id, !chosen.has(id))
      return
    }
    const next =
      event.key === 'ArrowDown' ? row.nextElementSibling : event.key === 'ArrowUp' ? row.previousElementSibling : null
    if (!next) return
    event.preventDefault()
    next.querySelector('a')?.focus()
  }
  return (
    <ul aria-label={t('list')} onKeyDown={move} className="border-t border-edge">
      {incidents.map(incident => (
        <li key={incident.id} data-id={incident.id} className="border-b border-line">
          <IncidentRow
            incident={incident}
            chosen={chosen.has(incident.id)}
            onChoose={isChosen => onChoose(incident.id, isChosen)}
          />
        </li>
      ))}
    </ul>
  )
}

type RowProps = { incident: IncidentRowView; chosen: boolean; onChoose: (chosen: boolean) => void }

const IncidentRow = ({ incident, chosen, onChoose }: RowProps) => {
  const t = useTranslations('adminAttention')
  const admin = useTranslations('admin')
  const kindOf = useWordsOr('admin.incidentKinds')
  const resolutionOf = useWordsOr('admin.resolutions')
  const stepOf = useStepName()
  const causeOf = useCause()
  const open = incident.resolvedAt === null
  const title = kindOf(incident.kind)
  return (
    <div className={cn('flex gap-3 py-3', chosen && 'bg-paper')}>
      {open && !incident.goesOn && (
        <label className="grid size-11 shrink-0 cursor-pointer place-items-center">
          <input
            type="checkbox"
            className="size-5 accent-ink"
            checked={chosen}
            onChange={event => onChoose(event.target.checked)}
            aria-label={t('choose', { what: `${title}, ${incident.order?.number ?? incident.sagaId}` })}
          />
        </label>
      )}
      <div className="min-w-0 grow">
        <div className="flex flex-wrap items-baseline gap-x-3 gap-y-0.5">
          <Link
            href={`/admin/attention/${incident.id}`}
            className={cn(
              'inline-flex min-h-11 items-center font-semibold text-link',
              open && !incident.goesOn && 'text-rust',
            )}
          >
            {title}
          </Link>
          {incident.order && (
            <span className="figures flex items-center gap-2">
              <Link href={`/admin/orders/${incident.order.id}`} className="inline-flex min-h-11 items-center text-link">
                {admin('orderNumber', { number: incident.order.number })}
              </Link>
              <StatusMark status={incident.order.status} />
            </span>
          )}
          <span className="ml-auto text-ink-2">
            <Since at={incident.openedAt} />
          </span>
        </div>
        <p className="text-ink-2">
          {!isParcel(incident.stepId) && `${stepOf(incident.stepId)}: `}
          {causeOf(incident.detail)}
          {incident.occurrences > 1 && ` · ${admin('times', { count: incident.occurrences })}`}
        </p>
        {incident.goesOn ? (
          <p>{t('runs')}</p>
        ) : open ? (
          <>
            <AdviceNote incident={incident} />
            {incident.nextTryAt && <NextTry at={incident.nextTryAt} tries={incident.tries} />}
          </>
        ) : (
          <p className="break-words text-ink-2">
            {incident.resolvedAt && <Moment at={incident.resolvedAt} />} · {resolutionOf(incident.resolution ?? '')}
            {incident.note && ` · ${incident.note}`}
          </p>
        )}
      </div>
    </div>
  )
}
