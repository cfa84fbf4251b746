'use client'

import { useLocale, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { declineWords } from '@/features/order/order-words'
import { Link } from '@/i18n/navigation'
import { cn } from '@/lib/cn'
import { priceText } from '@/lib/price-text'
import { isParcel } from '../attention/is-parcel'
import { Moment } from '../moment'
import type { OperatorOrderView } from '../operator-view'
import { SagaTimeline } from '../saga-timeline'
import { useCause } from '../use-cause'
import { useStepName } from '../use-step-name'
import { useWordsOr } from '../use-words-or'
import type { TimelineEntry } from './build-timeline'
import { MessageItem } from './message-item'
import { NoteItem } from './note-item'

type Props = { entry: TimelineEntry; traceUrl: string | null; pause: OperatorOrderView['pause'] }

/** One entry of an order's story, in words. */
export const TimelineItem = ({ entry, traceUrl, pause }: Props) => {
  if (entry.kind === 'saga') return <SagaTimeline saga={entry.of} traceUrl={traceUrl} pause={pause} />
  if (entry.kind === 'message') return <MessageItem message={entry.of} />
  if (entry.kind === 'note') return <NoteItem note={entry.of} />
  return <PlainItem entry={entry} paused={pause !== null} />
}

type Plain = Exclude<TimelineEntry, { kind: 'saga' | 'message' | 'note' }>

const PlainItem = ({ entry, paused }: { entry: Plain; paused: boolean }) => {
  const { what, more } = useWords(paused)(entry)
  return (
    <div>
      <p className={cn('break-words', entry.failed && 'text-rust')}>{what}</p>
      <p className="break-words text-ink-2">
        <Moment at={entry.at} />
        {more && <> · {more}</>}
      </p>
    </div>
  )
}

type Words = { readonly what: ReactNode; readonly more: ReactNode }

const useWords = (paused: boolean) => {
  const t = useTranslations('adminOrder.timeline')
  const admin = useTranslations('admin')
  const declined = useTranslations('order.declined')
  const locale = useLocale()
  const statusOf = useWordsOr('order.statuses')
  const reasonOf = useWordsOr('admin.reasons')
  const returnReasonOf = useWordsOr('order.giveBack.reasons')
  const moverOf = useWordsOr('admin.movers')
  const actOf = useWordsOr('adminOrder.actNames')
  const kindOf = useWordsOr('admin.incidentKinds')
  const resolutionOf = useWordsOr('admin.resolutions')
  const stepOf = useStepName()
  const causeOf = useCause()
  return (entry: Plain): Words => {
    switch (entry.kind) {
      case 'move': {
        const { toStatus, reason, mover } = entry.of
        return { what: <strong>{statusOf(toStatus)}</strong>, more: `${reasonOf(reason)} · ${moverOf(mover)}` }
      }
      case 'payment': {
        const { attempt, amount, status, failureReason, gatewayCode } = entry.of
        const amountText = priceText(amount, locale)
        const why = failureReason && declined(`${declineWords(failureReason)}.title`)
        return {
          what: `${t('payment', { number: attempt, amount: amountText })} · ${admin(`paymentStatuses.${status}`)}`,
          more: [why, gatewayCode].filter(Boolean).join(' · '),
        }
      }
      case 'refund': {
        const { amount, leg, source, state } = entry.of
        return {
          what: t('refund', { amount: priceText(amount, locale), leg: admin(`refunds.legs.${leg}`) }),
          more: `${admin(`refunds.states.${state}`)} · ${admin(`refunds.sources.${source}`)}`,
        }
      }
      case 'parcel': {
        const { kind, carrier, trackingNo, trackingUrl } = entry.of
        return {
          // Where it has come to since stands with the parcels, not at the moment at which it was registered.
          what: `${admin(`shipments.kinds.${kind}`)} · ${admin('shipments.registered')}`,
          more: (
            <a href={trackingUrl} target="_blank" rel="noreferrer" className="figures text-link">
              {carrier} {trackingNo}
            </a>
          ),
        }
      }
      case 'incident': {
        const { id, kind, stepId, detail, occurrences, resolvedAt, resolution } = entry.of
        return {
          what: (
            <Link href={`/admin/attention/${id}`} className="font-semibold text-link">
              {isParcel(stepId) ? kindOf(kind) : `${kindOf(kind)}: ${stepOf(stepId)}`}
            </Link>
          ),
          more: (
            <>
              {[causeOf(detail), occurrences > 1 && admin('times', { count: occurrences })].filter(Boolean).join(' · ')}
              {resolvedAt && (
                <>
                  {' · '}
                  {admin('resolved')} <Moment at={resolvedAt} />
                  {resolution && ` · ${resolutionOf(resolution)}`}
                </>
              )}
            </>
          ),
        }
      }
      case 'cancellation': {
        const { state, by, reason, note } = entry.of
        return {
          what: `${t('cancellation')} · ${paused && state === 'requested' ? t('waits') : admin(`cancellations.states.${state}`)}`,
          more: [moverOf(by), reasonOf(reason), note].filter(Boolean).join(' · '),
        }
      }
      case 'return': {
        const { status, lines, reason, note } = entry.of
        return {
          what: `${t('return')} · ${admin(`returns.statuses.${status}`)}`,
          more: [lines.map(line => `${line.name} × ${line.quantity}`).join(', '), returnReasonOf(reason), note]
            .filter(Boolean)
            .join(' · '),
        }
      }
      case 'act':
        return {
          what: t('act', { by: entry.of.by, act: actOf(entry.of.action.replaceAll('.', '-')) }),
          more: entry.of.action === 'return.request' ? returnReasonOf(entry.of.reason) : reasonOf(entry.of.reason),
        }
    }
  }
}
