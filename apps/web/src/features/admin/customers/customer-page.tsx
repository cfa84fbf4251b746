'use client'

import type { CustomerView } from '@makegood/core/customer/views'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useLocale, useTranslations } from 'next-intl'
import { priceText } from '@/lib/price-text'
import { useTRPC } from '@/lib/trpc/context'
import { Moment } from '../moment'
import { PlainTable } from '../plain-table'
import { AdjustWallet } from './adjust-wallet'
import { ApprovalList } from './approval-list'
import { CustomerLedger } from './customer-ledger'
import { CustomerMessages } from './customer-messages'
import { CustomerNotes } from './customer-notes'
import { CustomerOrders } from './customer-orders'

/** A customer whole: orders with their sagas and problems, wallet with ledger, coupons, addresses, messages, notes. */
export const CustomerPage = ({ first, selfId }: { first: CustomerView; selfId: string }) => {
  const t = useTranslations('adminCustomers')
  const stateOf = useTranslations('adminCustomers.couponStates')
  const locale = useLocale()
  const api = useTRPC()
  const client = useQueryClient()
  const { data: customer } = useQuery(
    api.admin.customer.get.queryOptions({ userId: first.id }, { initialData: first, refetchInterval: 5000 }),
  )
  const readAgain = () => client.invalidateQueries({ queryKey: api.admin.customer.pathKey() })
  const refusal = customer.isRemoved ? t('removed') : customer.id === selfId ? t('ownWallet') : null
  return (
    <div className="grid gap-9">
      <p className="text-ink-2">
        <span className="break-all">{customer.email}</span> · {t('columns.since')} <Moment at={customer.since} />
        {customer.isRemoved && ` · ${t('removed')}`}
      </p>
      <CustomerOrders orders={customer.orders} />
      <section aria-labelledby="wallet">
        <h2 id="wallet" className="text-sub">
          {t('columns.wallet')}
        </h2>
        <p className="figures mt-1 text-lg">{customer.wallet ? priceText(customer.wallet, locale) : t('noWallet')}</p>
        <AdjustWallet userId={customer.id} aloneUpTo={customer.aloneUpTo} refusal={refusal} onDone={readAgain} />
        {customer.approvals.length > 0 && (
          <>
            <h3 className="mt-5 font-semibold">{t('approvals')}</h3>
            <ApprovalList approvals={customer.approvals} selfId={selfId} onDone={readAgain} />
          </>
        )}
        {customer.wallet && <CustomerLedger userId={customer.id} />}
      </section>
      <CustomerNotes userId={customer.id} notes={customer.notes} onDone={readAgain} />
      <PlainTable
        title={t('coupons')}
        columns={[t('columns.name'), t('columns.state'), t('columns.at')]}
        rows={customer.coupons.map(coupon => ({
          key: coupon.id,
          cells: [
            locale === 'ko' ? coupon.nameKo : coupon.nameEn,
            coupon.status === 'REDEEMED' ? stateOf('used') : stateOf('kept'),
            <Moment key="at" at={coupon.claimedAt} />,
          ],
        }))}
      />
      <PlainTable
        title={t('addresses')}
        columns={[t('columns.name'), t('columns.phone'), t('columns.address')]}
        rows={customer.addresses.map(address => ({
          key: address.id,
          cells: [
            address.recipient,
            <span key="phone" className="figures">
              {address.phone}
            </span>,
            `${address.postcode} ${address.address1} ${address.address2}`,
          ],
        }))}
      />
      <CustomerMessages messages={customer.messages} />
    </div>
  )
}
