'use client'

import { useQuery } from '@tanstack/react-query'
import { TriangleAlert } from 'lucide-react'
import { useFormatter, useTranslations } from 'next-intl'
import { Link } from '@/i18n/navigation'
import { useTRPC } from '@/lib/trpc/context'

const pollMs = 30_000

/** On every page of the console while an alert is open that nobody looks after; nothing otherwise. */
export const AlertBanner = () => {
  const t = useTranslations('adminAlerts')
  const format = useFormatter()
  const api = useTRPC()
  const reading = useQuery({ ...api.admin.alert.list.queryOptions({ state: 'open' }), refetchInterval: pollMs })
  const waiting = reading.data?.alerts.filter(alert => alert.acknowledgedAt === null) ?? []
  return (
    <div role="status">
      {waiting.length > 0 && (
        <p className="flex flex-wrap items-center gap-x-3 border-b border-rust bg-rust-wash px-4 text-rust sm:px-7">
          <TriangleAlert size={16} strokeWidth={2} aria-hidden="true" />
          <span className="font-semibold">
            {t('banner', { names: format.list(waiting.map(({ rule }) => t(`rules.${rule}`))) })}
          </span>
          <Link href="/admin/alerts" className="inline-flex min-h-11 items-center underline underline-offset-4">
            {t('see')}
          </Link>
        </p>
      )}
    </div>
  )
}
