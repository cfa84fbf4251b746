import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { Checkout } from '@/features/checkout/checkout'
import { OfflineReady } from '@/features/shell/offline-ready'
import { readMe } from '@/features/shell/read-visitor'
import { PromiseLine } from '@/features/terms/promise-line'
import { pageMetadata } from '@/lib/page-metadata'
import { orNull, soon } from '@/lib/trpc/or-null'
import { readOrStop } from '@/lib/trpc/read-or-stop'
import { getApi } from '@/lib/trpc/server'

export const generateMetadata = async (): Promise<Metadata> => {
  const t = await getTranslations('checkout')
  return pageMetadata({
    locale: await getLocale(),
    path: '/checkout',
    title: t('title'),
    description: t('description'),
  })
}

export default async function CheckoutPage() {
  const t = await getTranslations('checkout')
  const api = await getApi()
  const me = await readMe()
  const [gateway, terms, book, wallet, coupons] = await Promise.all([
    readOrStop(api.store.payment.config.query()),
    readOrStop(api.store.delivery.terms.query()),
    me ? readOrStop(api.store.address.list.query()) : null,
    me ? orNull(api.store.wallet.get.query(undefined, soon())) : null,
    me ? orNull(api.store.coupon.listOwn.query({ locale: await getLocale() }, soon())) : null,
  ])
  return (
    <div className="wrap pt-4 md:pt-8">
      <h1 className="text-title">{t('title')}</h1>
      <Checkout
        facts={{
          me: me && { name: me.name, email: me.email },
          gateway,
          terms,
          addresses: book?.addresses ?? [],
          wallet,
          coupons,
          serverNow: new Date().toISOString(),
        }}
        promise={<PromiseLine of="checkout" />}
      />
      <OfflineReady />
    </div>
  )
}
