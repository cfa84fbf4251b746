import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { AttentionBoard } from '@/features/admin/attention/attention-board'
import { readAttentionQuery } from '@/features/admin/attention/attention-query'
import { requireOperator } from '@/features/admin/require-operator'
import { privateMetadata } from '@/lib/page-metadata'
import { readOrStop } from '@/lib/trpc/read-or-stop'
import { getApi } from '@/lib/trpc/server'

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export const generateMetadata = async (): Promise<Metadata> =>
  privateMetadata((await getTranslations('adminPlaces'))('attention'))

export default async function AttentionPage({ searchParams }: Props) {
  await requireOperator()
  const t = await getTranslations('adminPlaces')
  const query = readAttentionQuery(await searchParams)
  const api = await getApi()
  const [first, groups] = await Promise.all([
    readOrStop(api.admin.incident.list.query(query)),
    readOrStop(api.admin.incident.groups.query({})),
  ])
  return (
    <>
      <h1 className="py-4 text-head">{t('attention')}</h1>
      <AttentionBoard key={JSON.stringify(query)} query={query} first={first} groups={groups} />
    </>
  )
}
