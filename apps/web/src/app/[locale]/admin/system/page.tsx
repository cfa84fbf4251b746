import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { requireOperator } from '@/features/admin/require-operator'
import { FailedMessages } from '@/features/admin/system/failed-messages'
import { SagaFilters } from '@/features/admin/system/saga-filters'
import { SagaRows } from '@/features/admin/system/saga-rows'
import { SystemOverview } from '@/features/admin/system/system-overview'
import { readSystemQuery } from '@/features/admin/system/system-query'
import { privateMetadata } from '@/lib/page-metadata'
import { readOrStop } from '@/lib/trpc/read-or-stop'
import { getApi } from '@/lib/trpc/server'

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export const generateMetadata = async (): Promise<Metadata> =>
  privateMetadata((await getTranslations('adminSystem'))('title'))

/** How every part of the shop runs, what its numbers mean and what to do. */
export default async function SystemPage({ searchParams }: Props) {
  await requireOperator()
  const t = await getTranslations('adminSystem')
  const query = readSystemQuery(await searchParams)
  const api = await getApi()
  const [overview, sagas, failed] = await Promise.all([
    readOrStop(api.admin.system.overview.query()),
    readOrStop(api.admin.system.sagas.query(query)),
    readOrStop(api.admin.notification.list.query({ status: 'FAILED' })),
  ])
  return (
    <>
      <h1 className="py-4 text-head">{t('title')}</h1>
      <SystemOverview first={overview} />
      <section id="sagas" aria-labelledby="sagas-title" className="mt-10 scroll-mt-4">
        <h2 id="sagas-title" className="text-sub">
          {t('list.title')}
        </h2>
        <SagaFilters key={JSON.stringify(query)} query={query} />
        <SagaRows key={`rows ${JSON.stringify(query)}`} query={query} first={sagas} readAt={Date.now()} />
      </section>
      <FailedMessages first={failed} />
    </>
  )
}
