'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { type SeamDot, SeamStop } from '@/components/seam'
import { Chip } from '@/components/ui/chip'
import type { OperatorOrderView } from '../operator-view'
import {
  buildTimeline,
  isShown,
  type OrderStoryView,
  type TimelineEntry,
  type TimelineFilter,
  timelineFilters,
} from './build-timeline'
import { TimelineItem } from './timeline-item'

type Props = { order: OperatorOrderView; story: OrderStoryView; traceUrl: string | null }

/** The whole story of an order along one seam: what the shop did and undid, money, parcels, messages, and people. */
export const OrderTimeline = ({ order, story, traceUrl }: Props) => {
  const t = useTranslations('adminOrder.timeline')
  const [filter, setFilter] = useState<TimelineFilter>('all')
  const entries = buildTimeline(order, story).filter(entry => isShown(entry, filter))
  return (
    <section aria-labelledby="timeline">
      <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2">
        <h2 id="timeline" className="text-sub">
          {t('title')}
        </h2>
        <fieldset className="flex flex-wrap gap-1.5" aria-label={t('filter')}>
          {timelineFilters.map(name => (
            <Chip key={name} pressed={filter === name} onClick={() => setFilter(name)} className="px-3 text-sm">
              {t(`filters.${name}`)}
            </Chip>
          ))}
        </fieldset>
      </div>
      {entries.length === 0 && <p className="mt-4 text-ink-2">{t('nothing')}</p>}
      <ol className="mt-5" aria-label={t('title')}>
        {entries.map((entry, index) => (
          <SeamStop
            key={entry.key}
            dense
            seed={index + 1}
            dot={dotOf(entry)}
            line={index === entries.length - 1 ? 'none' : entry.failed ? 'dashed' : 'solid'}
          >
            <TimelineItem entry={entry} traceUrl={traceUrl} pause={order.pause} />
          </SeamStop>
        ))}
      </ol>
    </section>
  )
}

const dotOf = (entry: TimelineEntry): SeamDot => {
  if (entry.kind === 'saga') {
    if (entry.of.status === 'RUNNING') return 'now'
    if (entry.of.status === 'UNDONE') return 'mended'
    return entry.of.status === 'NEEDS_ATTENTION' ? 'stopped' : 'done'
  }
  if (entry.kind === 'incident') return entry.of.resolvedAt ? 'mended' : 'stopped'
  if (entry.failed) return 'stopped'
  return entry.kind === 'note' || entry.kind === 'message' || entry.kind === 'act' ? 'todo' : 'done'
}
