'use client'

import { useTranslations } from 'next-intl'
import { useCart } from '@/features/cart/use-cart'
import { Link } from '@/i18n/navigation'
import { cn } from '@/lib/cn'

/** The way to the cart, with the number of things in it as the shopper last left it. */
export const CartLink = ({ className }: { className?: string }) => {
  const t = useTranslations('nav')
  const count = useCart().data?.count ?? 0
  return (
    <Link
      href="/cart"
      className={cn(className, 'gap-1.5 whitespace-nowrap')}
      aria-label={t('cartWithCount', { count })}
    >
      {t('cart')}{' '}
      {count > 0 && (
        <span className="figures min-w-6 rounded-full bg-ink px-1.5 text-center text-sm text-paper">{count}</span>
      )}
    </Link>
  )
}
