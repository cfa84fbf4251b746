import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { MoneyBoard } from '@/features/admin/money/money-board'
import { readMoneyQuery } from '@/features/admin/money/money-query'
import { requireOperator } from '@/features/admin/require-operator'
import { privateMetadata } from '@/lib/page-metadata'
import { readOrStop } from '@/lib/trpc/read-or-stop'
import { getApi } from '@/lib/trpc/server'

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export const generateMetadata = async (): Promise<Metadata> =>
  privateMetadata((await getTranslations('adminPlaces'))('money'))

export default async function MoneyPage({ searchParams }: Props) {
  await requireOperator()
  const t = await getTranslations('adminPlaces')
  const query = readMoneyQuery(await searchParams)
  const api = await getApi()
  const [first, firstRuns] = await Promise.all([
    readOrStop(api.admin.reconciliation.differences.query(query)),
    readOrStop(api.admin.reconciliation.runs.query({})),
  ])
  return (
    <>
      <h1 className="py-4 text-head">{t('money')}</h1>
      <MoneyBoard key={JSON.stringify(query)} query={query} first={first} firstRuns={firstRuns} />
    </>
  )
}
