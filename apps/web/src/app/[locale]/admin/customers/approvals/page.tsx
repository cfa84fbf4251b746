import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { requireMe } from '@/features/account/require-me'
import { ApprovalsBoard } from '@/features/admin/customers/approvals-board'
import { requireOperator } from '@/features/admin/require-operator'
import { privateMetadata } from '@/lib/page-metadata'
import { readOrStop } from '@/lib/trpc/read-or-stop'
import { getApi } from '@/lib/trpc/server'

export const generateMetadata = async (): Promise<Metadata> =>
  privateMetadata((await getTranslations('adminCustomers'))('approvals'))

export default async function ApprovalsPage() {
  await requireOperator()
  const t = await getTranslations('adminCustomers')
  const api = await getApi()
  const [me, waiting, decided] = await Promise.all([
    requireMe('/admin/customers/approvals'),
    readOrStop(api.admin.approval.list.query({ state: 'waiting' })),
    readOrStop(api.admin.approval.list.query({ state: 'decided' })),
  ])
  return (
    <>
      <h1 className="pb-4 text-head">{t('approvals')}</h1>
      <ApprovalsBoard first={waiting} decided={decided} selfId={me.id} />
    </>
  )
}
