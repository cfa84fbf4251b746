import type { CustomerRow, GuestRow } from '@makegood/core/customer/views'
import { useLocale, useTranslations } from 'next-intl'
import { Link } from '@/i18n/navigation'
import { priceText } from '@/lib/price-text'
import { Moment } from '../moment'
import { PlainTable } from '../plain-table'

const countedMost = 1000

/** Customers with what one wants to know first: how many orders, when the last was, what the wallet holds. */
export const CustomersTable = ({ customers }: { customers: readonly CustomerRow[] }) => {
  const t = useTranslations('adminCustomers')
  const places = useTranslations('adminPlaces')
  const locale = useLocale()
  const columns = ['name', 'email', 'orders', 'lastOrder', 'wallet', 'since'] as const
  return (
    <PlainTable
      title={places('customers')}
      quiet
      columns={columns.map(column => t(`columns.${column}`))}
      rows={customers.map(customer => ({
        key: customer.id,
        cells: [
          <Link key="name" href={`/admin/customers/${encodeURIComponent(customer.id)}`} className="in-text text-link">
            {customer.name}
          </Link>,
          <span key="email" className="break-all">
            {customer.email}
          </span>,
          <span key="orders" className="figures">
            {customer.orders >= countedMost ? `${countedMost}+` : customer.orders}
            {customer.needsAttention && <span className="ml-2 font-medium text-rust">{t('needsAttention')}</span>}
          </span>,
          customer.lastOrderAt ? <Moment key="last" at={customer.lastOrderAt} /> : '–',
          <span key="wallet" className="figures">
            {customer.wallet ? priceText(customer.wallet, locale) : '–'}
          </span>,
          <Moment key="since" at={customer.since} />,
        ],
      }))}
    />
  )
}

/** Those who ordered without an account, by e-mail. */
export const GuestsTable = ({ guests }: { guests: readonly GuestRow[] }) => {
  const t = useTranslations('adminCustomers')
  return (
    <div className="mt-7">
      <PlainTable
        title={t('guests')}
        columns={[t('columns.email'), t('columns.name'), t('columns.lastOrder')]}
        rows={guests.map(guest => ({
          key: guest.email,
          cells: [
            <Link
              key="email"
              href={`/admin/customers/guest/${guest.lastOrderId}`}
              className="in-text break-all text-link"
            >
              {guest.email}
            </Link>,
            guest.name,
            <Moment key="last" at={guest.lastOrderAt} />,
          ],
        }))}
      />
    </div>
  )
}
