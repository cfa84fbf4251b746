import type { CouponTerms } from '@makegood/core/coupon/coupon-terms'
import { defaultDeliveryTerms } from '@makegood/core/delivery/default-terms'
import { money } from '@makegood/core/money/money'
import { priceOrder } from '@makegood/core/pricing/price-order'
import type { StoryLine, StoryOrder } from './plan-story.ts'

type Priced = Pick<StoryOrder, 'lines' | 'goodsMinor' | 'discountMinor' | 'deliveryMinor' | 'totalMinor'>

const choice = { method: 'standard', country: 'KR' } as const

/** What such an order costs by the shop's own rule; null where this coupon may not be used for it. */
export const priceStory = (lines: readonly StoryLine[], coupon: CouponTerms | null, at: Date): Priced | null => {
  const goods = lines.map(({ priceMinor, quantity }) => ({ unitPrice: money(priceMinor, 'KRW'), quantity }))
  const price = priceOrder(goods, coupon, { choice, terms: defaultDeliveryTerms }, at)
  if ('refusal' in price) return null
  return {
    lines: lines.map((line, index) => ({ ...line, discountMinor: price.lineDiscountsMinor[index] ?? 0n })),
    goodsMinor: price.goods.amountMinor,
    discountMinor: price.discount.amountMinor,
    deliveryMinor: price.delivery.amountMinor,
    totalMinor: price.total.amountMinor,
  }
}
