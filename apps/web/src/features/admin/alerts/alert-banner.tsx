'use client'

import { useQuery } from '@tanstack/react-query'
import { Check, TriangleAlert } from 'lucide-react'
import { useFormatter, useTranslations } from 'next-intl'
import { Link } from '@/i18n/navigation'
import { cn } from '@/lib/cn'
import { useTRPC } from '@/lib/trpc/context'

const pollMs = 30_000

/**
 * On every page of the console: the alerts that are open and that nobody looks after, or that there is none. The line is
 * always there and always as high, so that nothing under it moves when one opens or closes.
 */
export const AlertBanner = () => {
  const t = useTranslations('adminAlerts')
  const format = useFormatter()
  const api = useTRPC()
  const reading = useQuery({ ...api.admin.alert.list.queryOptions({ state: 'open' }), refetchInterval: pollMs })
  const waiting = reading.data?.alerts.filter(alert => alert.acknowledgedAt === null) ?? []
  const names = format.list(waiting.map(({ rule }) => t(`rules.${rule}`)))
  return (
    <div
      className={cn(
        'flex h-11 items-center gap-3 border-b px-4 sm:px-6 lg:h-9',
        waiting.length > 0 ? 'border-rust bg-rust-wash text-rust' : 'border-line bg-paper text-ink-2',
      )}
    >
      <div role="status" className="min-w-0">
        {waiting.length > 0 && (
          <p className="flex items-center gap-2 font-semibold">
            <TriangleAlert size={16} strokeWidth={2} aria-hidden="true" className="shrink-0" />
            <span title={names} className="truncate">
              {t('banner', { names })}
            </span>
          </p>
        )}
      </div>
      {waiting.length > 0 && (
        <Link
          href="/admin/alerts"
          className="inline-flex min-h-11 shrink-0 items-center underline underline-offset-4 lg:min-h-9"
        >
          {t('see')}
        </Link>
      )}
      {reading.data && waiting.length === 0 && (
        <p className="flex items-center gap-2">
          <Check size={16} strokeWidth={2} aria-hidden="true" className="shrink-0 text-celadon" />
          {t(reading.data.alerts.length > 0 ? 'allTaken' : 'noneOpen')}
        </p>
      )}
    </div>
  )
}
