'use client'

import { useQueryClient } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { Callout } from '@/components/ui/callout'
import { Link } from '@/i18n/navigation'
import { wordsKeyOf } from '@/lib/trpc/shop-code'
import type { CartLine } from './cart-changes'
import { CartRow } from './cart-row'
import { CartSkeleton } from './cart-skeleton'
import { CartSummary } from './cart-summary'
import { RemovedRow } from './removed-row'
import { useCart } from './use-cart'

type Removed = { readonly line: CartLine; readonly index: number }

/** The cart as the shopper left it; what was taken out stays on the page for as long as it can be put back. */
export const CartContents = () => {
  const t = useTranslations('cart')
  const errors = useTranslations('errors')
  const cart = useCart()
  const client = useQueryClient()
  const [removed, setRemoved] = useState<readonly Removed[]>([])

  if (cart.data === undefined && cart.error)
    return (
      <Callout tone="bad" role="alert" className="mt-8" title={t('failed')}>
        {errors(wordsKeyOf(cart.error))}
        <Button kind="line" size="medium" className="mt-3 flex" onClick={() => client.invalidateQueries()}>
          {t('readAgain')}
        </Button>
      </Callout>
    )
  if (cart.data === undefined) return <CartSkeleton />

  const { lines } = cart.data
  const gone = removed.filter(({ line }) => lines.every(present => present.variantId !== line.variantId))
  const forget = (variantId: string) => setRemoved(rows => rows.filter(row => row.line.variantId !== variantId))
  const remember = (line: CartLine, index: number) =>
    setRemoved(rows => [...rows.filter(row => row.line.variantId !== line.variantId), { line, index }])

  const rows = lines.map((line, index) => (
    <CartRow key={line.variantId} line={line} onRemove={() => remember(line, index)} onRemoveFailed={forget} />
  ))
  for (const { line, index } of gone)
    rows.splice(index, 0, <RemovedRow key={line.variantId} line={line} onBack={() => forget(line.variantId)} />)

  if (rows.length === 0)
    return (
      <div className="py-14">
        <p className="text-lead">{t('empty')}</p>
        <Button asChild className="mt-6">
          <Link href="/products">{t('look')}</Link>
        </Button>
      </div>
    )
  return (
    <div className="mt-6 grid gap-10 lg:grid-cols-[7fr_4fr] lg:gap-16">
      <ul className="border-t border-line">{rows}</ul>
      <CartSummary cart={cart.data} />
    </div>
  )
}
