import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { CartContents } from '@/features/cart/cart-contents'
import { OfflineReady } from '@/features/shell/offline-ready'
import { pageMetadata } from '@/lib/page-metadata'

export const generateMetadata = async (): Promise<Metadata> => {
  const t = await getTranslations('cart')
  return pageMetadata({ locale: await getLocale(), path: '/cart', title: t('title'), description: t('description') })
}

export default async function CartPage() {
  const t = await getTranslations('cart')
  return (
    <div className="wrap pt-4 md:pt-8">
      <h1 className="text-title">{t('title')}</h1>
      <CartContents />
      <OfflineReady />
    </div>
  )
}
