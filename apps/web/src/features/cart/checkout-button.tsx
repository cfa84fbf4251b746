'use client'

import type { CartView } from '@makegood/core/cart/views'
import { useTranslations } from 'next-intl'
import { type MouseEvent, useId } from 'react'
import { ButtonLink } from '@/components/ui/button-link'
import { stockProblem } from './cart-changes'
import { useCartUi } from './cart-context'

/** The way on; while a line cannot be ordered, it says which and leads to that line. */
export const CheckoutButton = ({ cart, className }: { cart: CartView; className?: string }) => {
  const t = useTranslations('cart')
  const { closeDrawer } = useCartUi()
  const reasonId = useId()
  const blocked = cart.lines.find(line => stockProblem(line) !== null)
  const goOn = (event: MouseEvent) => {
    if (!blocked) return closeDrawer()
    event.preventDefault()
    const row = document.getElementById(`line-${blocked.variantId}`)
    row?.scrollIntoView({ block: 'center' })
    row?.focus({ preventScroll: true })
  }
  return (
    <div className={className}>
      <ButtonLink href="/checkout" onClick={goOn} aria-describedby={blocked ? reasonId : undefined} className="w-full">
        {t('checkout')}
      </ButtonLink>
      {blocked && (
        <p id={reasonId} className="mt-3 text-sm text-rust">
          {t('blocked', { name: blocked.name })}
        </p>
      )}
    </div>
  )
}
