import type { OwnAddress } from '@makegood/core/address/views'
import type { WireMoney } from '@makegood/core/money/wire-money'
import { useLocale, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { EmptyState } from '@/components/ui/empty-state'
import { OrderCard, type OrderSummary } from '@/features/order/order-card'
import { Link } from '@/i18n/navigation'
import { priceText } from '@/lib/price-text'
import { AccountSection } from './account-section'

type Props = {
  name: string
  orders: readonly OrderSummary[]
  balance: WireMoney
  ready: number
  address: OwnAddress | null
}

const Fact = ({ href, label, children }: { href: string; label: string; children: ReactNode }) => (
  <li className="rounded-sm border border-line bg-sheet transition-colors hover:border-edge">
    <Link href={href} className="block h-full p-5">
      <span className="block text-sm text-ink-2">{label}</span>
      <span className="figures mt-1 block text-sub">{children}</span>
    </Link>
  </li>
)

/** The account at a glance: what is in it, and the orders that came last. */
export const AccountOverview = ({ name, orders, balance, ready, address }: Props) => {
  const t = useTranslations('account')
  const locale = useLocale()
  return (
    <>
      <h1 className="text-title">{t('hello', { name })}</h1>
      <ul className="mt-6 grid gap-3 sm:grid-cols-2 xl:grid-cols-3">
        <Fact href="/account/wallet" label={t('places.wallet')}>
          {priceText(balance, locale)}
        </Fact>
        <Fact href="/account/coupons" label={t('places.coupons')}>
          {t('readyCoupons', { count: ready })}
        </Fact>
        <Fact href="/account/addresses" label={t('places.addresses')}>
          <span className="line-clamp-1">
            {address ? `${address.recipient} · ${address.address1}` : t('noAddress')}
          </span>
        </Fact>
      </ul>
      <AccountSection title={t('lastOrders')}>
        {orders.length === 0 ? (
          <EmptyState title={t('orders.none')} text={t('orders.noneText')}>
            <Link href="/products" className="in-text font-semibold text-link">
              {t('orders.look')}
            </Link>
          </EmptyState>
        ) : (
          <>
            <ul className="border-t border-line">
              {orders.map(order => (
                <OrderCard key={order.id} order={order} />
              ))}
            </ul>
            <Link href="/account/orders" className="mt-2 inline-flex min-h-11 items-center text-link">
              {t('allOrders')}
            </Link>
          </>
        )}
      </AccountSection>
    </>
  )
}
