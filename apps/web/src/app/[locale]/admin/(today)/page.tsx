import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { requireOperator } from '@/features/admin/require-operator'
import { PeriodLinks } from '@/features/admin/today/period-links'
import { TodayAttention } from '@/features/admin/today/today-attention'
import { TodayFigures } from '@/features/admin/today/today-figures'
import { readTodayQuery } from '@/features/admin/today/today-query'
import { privateMetadata } from '@/lib/page-metadata'
import { readOrStop } from '@/lib/trpc/read-or-stop'
import { getApi } from '@/lib/trpc/server'

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export const generateMetadata = async (): Promise<Metadata> =>
  privateMetadata((await getTranslations('adminToday'))('title'))

/** The first page of the console: what needs a person, then how the shop does. */
export default async function TodayPage({ searchParams }: Props) {
  await requireOperator()
  const t = await getTranslations('adminToday')
  const { by } = readTodayQuery(await searchParams)
  const api = await getApi()
  const [attention, figures] = await Promise.all([
    readOrStop(api.admin.today.attention.query()),
    readOrStop(api.admin.today.figures.query({ by })),
  ])
  return (
    <>
      <h1 className="py-4 text-head">{t('title')}</h1>
      <TodayAttention first={attention} />
      <div className="mt-10 flex flex-wrap items-center justify-between gap-x-6 gap-y-2 border-t border-line pt-6">
        <h2 className="text-sub">{t('figures.title')}</h2>
        <PeriodLinks by={by} />
      </div>
      <TodayFigures key={by} by={by} first={figures} />
    </>
  )
}
