import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { AccountOverview } from '@/features/account/account-overview'
import { requireMe } from '@/features/account/require-me'
import { privateMetadata } from '@/lib/page-metadata'
import { readOrStop } from '@/lib/trpc/read-or-stop'
import { getApi } from '@/lib/trpc/server'

export const generateMetadata = async (): Promise<Metadata> =>
  privateMetadata((await getTranslations('account'))('title'))

export default async function AccountPage() {
  const me = await requireMe('/account')
  const api = await getApi()
  const locale = await getLocale()
  const [list, wallet, coupons, book] = await Promise.all([
    readOrStop(api.store.order.list.query({ locale })),
    readOrStop(api.store.wallet.get.query()),
    readOrStop(api.store.coupon.listOwn.query({ locale })),
    readOrStop(api.store.address.list.query()),
  ])
  return (
    <AccountOverview
      name={me.name}
      orders={list.orders.slice(0, 3)}
      balance={wallet.balance}
      ready={coupons.coupons.filter(coupon => coupon.state === 'ready').length}
      address={book.addresses[0] ?? null}
    />
  )
}
