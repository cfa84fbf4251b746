import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { BackLink } from '@/features/admin/back-link'
import { CustomerMessages } from '@/features/admin/customers/customer-messages'
import { CustomerOrders } from '@/features/admin/customers/customer-orders'
import { requireOperator } from '@/features/admin/require-operator'
import { privateMetadata } from '@/lib/page-metadata'
import { readOrStop } from '@/lib/trpc/read-or-stop'
import { getApi } from '@/lib/trpc/server'

type Props = { params: Promise<{ orderId: string }> }

export const generateMetadata = async (): Promise<Metadata> =>
  privateMetadata((await getTranslations('adminCustomers'))('guest'))

export default async function GuestPage({ params }: Props) {
  await requireOperator()
  const t = await getTranslations('adminCustomers')
  const guest = await readOrStop((await getApi()).admin.customer.getGuest.query({ orderId: (await params).orderId }))
  return (
    <>
      <BackLink href="/admin/customers">{t('toList')}</BackLink>
      <h1 className="pb-1 text-head">{guest.name}</h1>
      <p className="mb-7 text-ink-2">
        <span className="break-all">{guest.email}</span> · {t('guestText')}
      </p>
      <div className="grid gap-9">
        <CustomerOrders orders={guest.orders} />
        <CustomerMessages messages={guest.messages} />
      </div>
    </>
  )
}
