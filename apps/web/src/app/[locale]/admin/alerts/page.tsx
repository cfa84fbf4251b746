import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { AlertBoard } from '@/features/admin/alerts/alert-board'
import { AlertRules } from '@/features/admin/alerts/alert-rules'
import { PastAlerts } from '@/features/admin/alerts/past-alerts'
import { requireOperator } from '@/features/admin/require-operator'
import { privateMetadata } from '@/lib/page-metadata'
import { readOrStop } from '@/lib/trpc/read-or-stop'
import { getApi } from '@/lib/trpc/server'

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export const generateMetadata = async (): Promise<Metadata> =>
  privateMetadata((await getTranslations('adminAlerts'))('title'))

export default async function AlertsPage({ searchParams }: Props) {
  await requireOperator()
  const t = await getTranslations('adminAlerts')
  const { cursor } = await searchParams
  const api = await getApi()
  const [open, closed, rules] = await Promise.all([
    readOrStop(api.admin.alert.list.query({ state: 'open' })),
    readOrStop(api.admin.alert.list.query({ state: 'closed', ...(typeof cursor === 'string' ? { cursor } : {}) })),
    readOrStop(api.admin.alert.rules.query()),
  ])
  return (
    <>
      <h1 className="py-4 text-head">{t('title')}</h1>
      <AlertBoard first={open} />
      <AlertRules rules={rules} />
      <PastAlerts page={closed} />
    </>
  )
}
