import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { requireMe } from '@/features/account/require-me'
import { requireOperator } from '@/features/admin/require-operator'
import { OwnSessions } from '@/features/admin/team/own-sessions'
import { RolesTable } from '@/features/admin/team/roles-table'
import { TeamBoard } from '@/features/admin/team/team-board'
import { privateMetadata } from '@/lib/page-metadata'
import { readOrStop } from '@/lib/trpc/read-or-stop'
import { getApi } from '@/lib/trpc/server'

export const generateMetadata = async (): Promise<Metadata> =>
  privateMetadata((await getTranslations('adminPlaces'))('team'))

export default async function TeamPage() {
  await requireOperator()
  const t = await getTranslations('adminPlaces')
  const api = await getApi()
  const [me, team, own] = await Promise.all([
    requireMe('/admin/team'),
    readOrStop(api.admin.team.list.query()),
    readOrStop(api.admin.self.listSessions.query()),
  ])
  return (
    <>
      <h1 className="py-4 text-head">{t('team')}</h1>
      <TeamBoard first={team} selfId={me.id} />
      <OwnSessions first={own.sessions} />
      <RolesTable />
    </>
  )
}
