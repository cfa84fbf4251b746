'use client'

import { ShoppingBag } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { MouseEvent } from 'react'
import { useCartUi } from '@/features/cart/cart-context'
import { loadDrawer } from '@/features/cart/load-drawer'
import { useCart } from '@/features/cart/use-cart'
import { Link, usePathname } from '@/i18n/navigation'
import { cn } from '@/lib/cn'

/** Where the drawer would stand beside the same things. */
const pagesWithCart = ['/cart', '/checkout']

/**
 * The way to the cart, with the number of things in it as the shopper last left it, in room that is kept for it from the
 * start. A plain press opens the drawer; any other, and one without scripts, leads to the page.
 */
export const CartLink = ({ className }: { className?: string }) => {
  const t = useTranslations('nav')
  const { openDrawer } = useCartUi()
  const pathname = usePathname()
  const count = useCart().data?.count
  const opensDrawer = !pagesWithCart.includes(pathname)
  const open = (event: MouseEvent) => {
    const isPlain = !(event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) && event.button === 0
    if (!opensDrawer || !isPlain) return
    event.preventDefault()
    openDrawer()
  }
  return (
    <Link
      href="/cart"
      prefetch={false}
      onClick={open}
      onPointerEnter={() => void loadDrawer()}
      onFocus={() => void loadDrawer()}
      aria-haspopup={opensDrawer ? 'dialog' : undefined}
      className={cn(className, 'gap-1.5 whitespace-nowrap max-[22rem]:px-0.5')}
      aria-label={count === undefined ? t('cart') : t('cartWithCount', { count })}
    >
      {/* The narrowest screens have no room for the word. */}
      <ShoppingBag size={20} strokeWidth={1.5} aria-hidden="true" className="hidden max-[22rem]:block" />
      <span className="max-[22rem]:hidden">{t('cart')}</span>{' '}
      <span
        className={cn(
          'figures inline-block min-w-7 rounded-full px-1 text-center text-sm',
          count ? 'bg-ink text-paper' : 'text-ink-2',
        )}
      >
        {count}
      </span>
    </Link>
  )
}
