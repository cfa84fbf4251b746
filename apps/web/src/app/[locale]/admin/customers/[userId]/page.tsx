import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { requireMe } from '@/features/account/require-me'
import { BackLink } from '@/features/admin/back-link'
import { CustomerPage } from '@/features/admin/customers/customer-page'
import { requireOperator } from '@/features/admin/require-operator'
import { privateMetadata } from '@/lib/page-metadata'
import { readOrStop } from '@/lib/trpc/read-or-stop'
import { getApi } from '@/lib/trpc/server'

type Props = { params: Promise<{ userId: string }> }

export const generateMetadata = async (): Promise<Metadata> =>
  privateMetadata((await getTranslations('adminCustomers'))('customer'))

export default async function OperatorCustomerPage({ params }: Props) {
  await requireOperator()
  const t = await getTranslations('adminCustomers')
  const userId = decodeURIComponent((await params).userId)
  const [me, customer] = await Promise.all([
    requireMe('/admin/customers'),
    readOrStop((await getApi()).admin.customer.get.query({ userId })),
  ])
  return (
    <>
      <BackLink href="/admin/customers">{t('toList')}</BackLink>
      <h1 className="pb-1 text-head">{customer.name}</h1>
      <CustomerPage first={customer} selfId={me.id} />
    </>
  )
}
