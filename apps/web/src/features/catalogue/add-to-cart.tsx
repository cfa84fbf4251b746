'use client'

import type { ProductDetail } from '@makegood/core/catalogue/views'
import { useLocale, useTranslations } from 'next-intl'
import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { Callout } from '@/components/ui/callout'
import { Stepper } from '@/components/ui/stepper'
import { useCart } from '@/features/cart/use-cart'
import { useAddLine } from '@/features/cart/use-line-writes'
import { Link } from '@/i18n/navigation'
import { priceText } from '@/lib/price-text'
import { wordsKeyOf } from '@/lib/trpc/shop-code'
import { OptionChoice } from './option-choice'
import { StockNote } from './stock-note'

type Props = { product: ProductDetail; initialVariantId: string | null }

/** Writes the chosen option into the address without a new history entry, so that it can be shared and reloaded. */
const showInAddress = (variantId: string): void => {
  const address = new URL(window.location.href)
  address.searchParams.set('option', variantId)
  window.history.replaceState(window.history.state, '', address)
}

/** Chooses option and quantity and puts them into the cart; the page stays, the count in the header follows at once. */
export const AddToCart = ({ product, initialVariantId }: Props) => {
  const t = useTranslations('product')
  const errors = useTranslations('errors')
  const locale = useLocale()
  const firstFree = product.variants.find(variant => variant.available > 0) ?? product.variants[0]
  const [variantId, setVariantId] = useState(initialVariantId ?? firstFree?.id ?? '')
  const [wanted, setWanted] = useState(1)
  const [added, setAdded] = useState('')
  const add = useAddLine()
  const cart = useCart()
  const variant = product.variants.find(candidate => candidate.id === variantId)
  if (!variant) return <Callout className="mt-6">{t('notSold')}</Callout>

  const inCart = cart.data?.lines.find(line => line.variantId === variantId)?.quantity ?? 0
  const left = Math.max(0, Math.min(variant.available, 99) - inCart)
  const quantity = Math.max(1, Math.min(wanted, left))
  const whyNot = variant.available <= 0 ? t('soldOutText') : left === 0 ? t('allInCart', { count: inCart }) : null

  const choose = (id: string) => {
    setVariantId(id)
    setWanted(1)
    setAdded('')
    add.reset()
    showInAddress(id)
  }
  const put = () => {
    if (whyNot) return
    const line = {
      variantId,
      productSlug: product.slug,
      name: product.name,
      option: variant.option,
      picture: product.pictures[0] ?? null,
      unitPrice: variant.price,
      quantity,
      lineTotal: variant.price,
      available: variant.available,
    }
    setAdded('')
    add.mutate(line, { onSuccess: () => setAdded(t('added', { name: product.name, count: quantity })) })
    setWanted(1)
  }

  return (
    <div>
      <p className="figures mt-2.5 text-sub">
        {priceText(variant.price, locale)}
        {product.variants.length === 1 && (
          <span className="text-base">
            <StockNote available={variant.available} lead=" · " />
          </span>
        )}
      </p>
      {product.variants.length > 1 && (
        <OptionChoice variants={product.variants} chosenId={variantId} onChoose={choose} />
      )}
      <div className="mt-6 flex flex-wrap gap-3">
        <Stepper
          quantity={quantity}
          max={left}
          onChange={setWanted}
          label={t('quantity')}
          lessLabel={t('less')}
          moreLabel={t('more')}
          disabled={whyNot !== null}
        />
        <Button
          className="grow"
          onClick={put}
          aria-disabled={whyNot !== null}
          aria-describedby={whyNot ? 'add-why-not' : undefined}
        >
          {variant.available <= 0 ? t('soldOut') : t('add')}
        </Button>
      </div>
      {whyNot && (
        <p id="add-why-not" className="mt-2.5 text-sm text-rust">
          {whyNot}
        </p>
      )}
      {!whyNot && quantity >= left && left < 99 && (
        <p className="mt-2.5 text-sm text-ink-2">{t('noMore', { count: variant.available })}</p>
      )}
      <div role="status" className="mt-3 empty:hidden">
        {added && (
          <Callout tone="good">
            {added}{' '}
            <Link href="/cart" className="in-text font-semibold text-link">
              {t('toCart')}
            </Link>
          </Callout>
        )}
      </div>
      {add.error && (
        <Callout tone="bad" role="alert" className="mt-3" title={t('addFailed')}>
          {errors(wordsKeyOf(add.error))}
        </Callout>
      )}
    </div>
  )
}
