'use client'

import type { ProductDetail } from '@makegood/core/catalogue/views'
import { useLocale, useTranslations } from 'next-intl'
import { useRef } from 'react'
import { Button } from '@/components/ui/button'
import { Callout } from '@/components/ui/callout'
import { Stepper } from '@/components/ui/stepper'
import { unitsMax } from '@/features/cart/use-line-writes'
import { StockNote } from '@/features/catalogue/stock-note'
import { RestockRequest } from '@/features/restock/restock-request'
import { Link } from '@/i18n/navigation'
import { priceText } from '@/lib/price-text'
import { wordsKeyOf } from '@/lib/trpc/shop-code'
import { BuyBar } from './buy-bar'
import { DeliveryLine, type DeliveryWords } from './delivery-line'
import { OptionChoice } from './option-choice'
import { useAddToCart } from './use-add-to-cart'
import { useInSight } from './use-in-sight'
import { useLiveProduct } from './use-live-product'
import { useVariant } from './use-variant'
import { whyNotToBuy } from './why-not-to-buy'

type Props = { product: ProductDetail; readAt: number; initialVariantId: string | null; delivery: DeliveryWords }

/** Chooses option and quantity and puts them into the cart; the page stays, and what keeps it from being bought is said. */
export const BuyBox = ({ product: atFirst, readAt, initialVariantId, delivery }: Props) => {
  const t = useTranslations('product')
  const errors = useTranslations('errors')
  const locale = useLocale()
  const product = useLiveProduct(atFirst, readAt)
  const { variant, choose } = useVariant(product, initialVariantId)
  const { quantity, left, inCart, setWanted, put, startAnew, error } = useAddToCart(product, variant)
  const actions = useRef<HTMLDivElement>(null)
  const inSight = useInSight(actions)
  if (!variant) return <Callout className="mt-6">{t('notSold')}</Callout>

  const reason = whyNotToBuy(variant.available, left, product.mended)
  const isSoldOut = variant.available <= 0
  const mayComeBack = reason === 'sold-out'
  const whyNot = reason && t(`whyNot.${reason}`, { count: inCart })
  const showForm = () => {
    actions.current?.scrollIntoView({ block: 'center' })
    actions.current?.querySelector<HTMLElement>('form input, form button')?.focus({ preventScroll: true })
  }
  return (
    <div>
      <p className="figures mt-2.5 text-sub" aria-live="polite">
        {priceText(variant.price, locale)}
        {product.variants.length === 1 && (
          <span className="text-base">
            <StockNote available={variant.available} lead=" · " />
          </span>
        )}
      </p>
      {product.variants.length > 1 && (
        <OptionChoice
          variants={product.variants}
          chosenId={variant.id}
          onChoose={id => {
            choose(id)
            startAnew()
          }}
        />
      )}
      <div ref={actions} className="mt-6">
        <div className="flex flex-wrap gap-3">
          {!isSoldOut && (
            <Stepper
              quantity={quantity}
              max={left}
              onChange={setWanted}
              label={t('quantity')}
              lessLabel={t('less')}
              moreLabel={t('more')}
              disabled={whyNot !== null}
            />
          )}
          <Button
            className="grow"
            onClick={put}
            aria-disabled={whyNot !== null}
            aria-describedby={whyNot ? 'add-why-not' : undefined}
          >
            {isSoldOut ? t('soldOut') : t('add')}
          </Button>
        </div>
        {whyNot && (
          <p id="add-why-not" className="mt-2.5 text-sm text-rust">
            {whyNot}
          </p>
        )}
        {reason === 'sold-for-good' && (
          <Link href="/products?mended=1" className="inline-flex min-h-11 items-center text-link">
            {t('otherMended')}
          </Link>
        )}
        {!whyNot && quantity > 1 && quantity >= left && left < unitsMax && (
          <p className="mt-2.5 text-sm text-ink-2">{t('noMore', { count: variant.available })}</p>
        )}
        {mayComeBack && <RestockRequest key={variant.id} variantId={variant.id} name={product.name} className="mt-5" />}
      </div>
      {error && (
        <Callout tone="bad" role="alert" className="mt-3" title={t('addFailed')}>
          {errors(wordsKeyOf(error))}
        </Callout>
      )}
      <DeliveryLine price={variant.price} words={delivery} isSoldOut={isSoldOut} />
      {!inSight && (
        <BuyBar
          name={product.name}
          option={product.variants.length > 1 ? variant.option : ''}
          price={variant.price}
          canAsk={mayComeBack}
          whyNot={whyNot}
          onPress={mayComeBack ? showForm : put}
        />
      )}
    </div>
  )
}
