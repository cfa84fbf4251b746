'use client'

import type { RankedCoupon } from '@makegood/core/coupon/rank-coupons'
import { toWireMoney } from '@makegood/core/money/wire-money'
import { useLocale, useTranslations } from 'next-intl'
import { RadioCards } from '@/components/ui/radio-cards'
import { Link } from '@/i18n/navigation'
import { dateText } from '@/lib/date-text'
import { priceText } from '@/lib/price-text'
import type { Person } from './checkout'
import { noCoupon } from './checkout-fields'
import type { CheckoutPrice } from './price-checkout'

type Props = { me: Person; price: CheckoutPrice; onChange: (claimId: string) => void }

/** The shopper's coupons with what each saves, the best first; those that cannot be used say why. */
export const CouponPart = ({ me, price, onChange }: Props) => {
  const t = useTranslations('checkout.coupon')
  const locale = useLocale()
  if (me && price.coupons.length === 0) return null
  const best = price.coupons[0]

  const reasonOf = (coupon: RankedCoupon): string => {
    if (coupon.usable) return coupon.savingMinor === 0n ? t('savesNothing') : ''
    if (coupon.reason === 'minimum') return t('minimum', { minimum: priceText(toWireMoney(coupon.minimum), locale) })
    if (coupon.reason === 'not-yet') return t('notYet', { from: dateText(coupon.terms.validFrom, 'day', locale) })
    return t(`reasons.${coupon.reason}`)
  }
  const saving = (savingMinor: bigint) =>
    t('saves', { amount: priceText({ amountMinor: savingMinor.toString(), currency: price.total.currency }, locale) })

  return (
    <section aria-labelledby="checkout-coupon" className="mt-10">
      <h2 id="checkout-coupon" className="font-serif text-head">
        {t('title')}
      </h2>
      {me ? (
        <RadioCards
          legend={t('title')}
          hideLegend
          className="mt-4"
          value={price.coupon?.claimId ?? noCoupon}
          onChange={onChange}
          cards={[
            ...price.coupons.map(coupon => ({
              value: coupon.claimId,
              title: coupon.name,
              text: coupon === best && coupon.usable && coupon.savingMinor > 0n ? t('best') : reasonOf(coupon),
              aside: coupon.usable && coupon.savingMinor > 0n ? saving(coupon.savingMinor) : undefined,
              disabled: !coupon.usable,
            })),
            { value: noCoupon, title: t('none') },
          ]}
        />
      ) : (
        <p className="mt-1 text-[0.9375rem] text-ink-2">
          {t.rich('guest', {
            link: words => (
              <Link href="/sign-in?returnTo=/checkout" className="in-text text-link">
                {words}
              </Link>
            ),
          })}
        </p>
      )}
    </section>
  )
}
