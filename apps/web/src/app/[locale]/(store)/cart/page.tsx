import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { CartContents } from '@/features/cart/cart-contents'
import { CartFacts } from '@/features/cart/cart-facts'
import { OfflineReady } from '@/features/shell/offline-ready'
import { readMe } from '@/features/shell/read-visitor'
import { pageMetadata } from '@/lib/page-metadata'
import { orNull, soon } from '@/lib/trpc/or-null'
import { getApi } from '@/lib/trpc/server'

export const generateMetadata = async (): Promise<Metadata> => {
  const t = await getTranslations('cart')
  return pageMetadata({ locale: await getLocale(), path: '/cart', title: t('title'), description: t('description') })
}

export default async function CartPage() {
  const t = await getTranslations('cart')
  const locale = await getLocale()
  const api = await getApi()
  const me = await readMe()
  const [terms, campaigns, own] = await Promise.all([
    orNull(api.store.delivery.terms.query(undefined, soon())),
    orNull(api.store.coupon.listCampaigns.query({ locale }, soon())),
    me ? orNull(api.store.coupon.listOwn.query({ locale }, soon())) : null,
  ])
  return (
    <div className="wrap pt-4 md:pt-8">
      <h1 className="text-title">{t('title')}</h1>
      <CartFacts terms={terms} campaigns={campaigns} own={own}>
        <CartContents />
      </CartFacts>
      <OfflineReady />
    </div>
  )
}
