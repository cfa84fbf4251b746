import { getTranslations } from 'next-intl/server'
import { CartSkeleton } from '@/features/cart/cart-skeleton'

export default async function Loading() {
  const t = await getTranslations('checkout')
  return (
    <div className="wrap pt-4 md:pt-8">
      <h1 className="text-title">{t('title')}</h1>
      <CartSkeleton />
    </div>
  )
}
