'use client'

import { useTranslations } from 'next-intl'
import { useId } from 'react'
import { ButtonLink } from '@/components/ui/button-link'
import { Callout } from '@/components/ui/callout'
import { CloseButton } from '@/components/ui/close-button'
import { Modal } from '@/components/ui/modal'
import { Link } from '@/i18n/navigation'
import { useCartUi } from './cart-context'
import { CartFailed } from './cart-failed'
import { CartLines } from './cart-lines'
import { CartTotals } from './cart-totals'
import { CheckoutButton } from './checkout-button'
import { CouponPreview } from './coupon-preview'
import { useCart } from './use-cart'
import { useRemovedLines } from './use-removed-lines'

/** What became of the press that opened the drawer. */
const Notice = () => {
  const t = useTranslations('product')
  const errors = useTranslations('errors')
  const { notice } = useCartUi()
  return (
    <div role="status" className="empty:hidden">
      {(notice?.kind === 'adding' || notice?.kind === 'added') && (
        <Callout tone="good" className="mb-4 py-2.5!">
          {t(notice.kind, { name: notice.name, count: notice.count })}
        </Callout>
      )}
      {notice?.kind === 'failed' && (
        <Callout tone="bad" className="mb-4" title={t('addFailedOf', { name: notice.name })}>
          {errors(notice.reason)}
        </Callout>
      )}
    </div>
  )
}

const Contents = () => {
  const t = useTranslations('cart')
  const product = useTranslations('product')
  const { closeDrawer } = useCartUi()
  const cart = useCart()
  const removed = useRemovedLines(cart.data)
  const lines = cart.data?.lines ?? []
  return (
    // Where the window is low there is no room for two parts: all of it scrolls as one.
    <div className="flex min-h-0 grow flex-col overscroll-contain [@media(max-height:44rem)]:overflow-y-auto">
      <div className="grow px-5 pb-4 sm:px-7 [@media(min-height:44rem)]:overflow-y-auto">
        <Notice />
        {cart.data === undefined && cart.error && <CartFailed error={cart.error} />}
        {cart.data && lines.length + removed.rows.length > 0 && <CartLines cart={cart.data} dense removed={removed} />}
        {cart.data && lines.length + removed.rows.length === 0 && (
          <>
            <p className="pt-6 text-lead">{t('empty')}</p>
            <ButtonLink href="/products" onClick={closeDrawer} kind="line" size="medium" className="mt-5">
              {t('look')}
            </ButtonLink>
          </>
        )}
      </div>
      {cart.data && lines.length > 0 && (
        <div className="border-t border-line px-5 pt-4 pb-[max(1rem,env(safe-area-inset-bottom))] sm:px-7">
          <CartTotals cart={cart.data} />
          <CouponPreview cart={cart.data} className="mt-2" />
          <CheckoutButton cart={cart.data} className="mt-4" />
          <Link
            href="/cart"
            onClick={closeDrawer}
            className="mt-1 flex min-h-11 items-center justify-center text-[0.9375rem] text-link"
          >
            {product('toCart')}
          </Link>
        </div>
      )}
    </div>
  )
}

/** The cart beside whatever is being looked at. */
export const CartDrawer = () => {
  const t = useTranslations('cart')
  const nav = useTranslations('nav')
  const { isOpen, closeDrawer } = useCartUi()
  const titleId = useId()
  return (
    <Modal
      open={isOpen}
      onClose={closeDrawer}
      labelledBy={titleId}
      className="inset-y-0 right-0 left-auto h-dvh max-h-none w-[min(28rem,94vw)]"
    >
      <div className="flex h-full flex-col">
        <div className="flex min-h-18 shrink-0 items-center justify-between px-5 sm:px-7">
          <h2 id={titleId} className="text-sub">
            {t('title')}
          </h2>
          <CloseButton label={nav('closeCart')} onClick={closeDrawer} />
        </div>
        <Contents />
      </div>
    </Modal>
  )
}
