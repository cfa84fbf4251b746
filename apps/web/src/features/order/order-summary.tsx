'use client'

import { homeCountry } from '@makegood/core/address/countries'
import { formatPhone } from '@makegood/core/address/format-phone'
import type { OrderView } from '@makegood/core/order/views'
import { useLocale, useTranslations } from 'next-intl'
import { GoodsLine } from '@/components/goods-line'
import { PriceLines } from '@/components/price-lines'
import { arrivalText } from '@/features/delivery/arrival-text'
import { countryName } from '@/features/delivery/country-name'
import { dateText } from '@/lib/date-text'
import { ContactHiddenNote } from './contact-hidden-note'
import { toldArrival } from './order-words'
import { ShopTimeNote } from './shop-time-note'

export const OrderSummary = ({ order }: { order: OrderView }) => {
  const t = useTranslations('order')
  const locale = useLocale()
  const { address } = order
  const arrival = toldArrival(order)
  return (
    <section aria-label={t('summary')} className="h-max rounded-sm border border-line bg-sheet p-5 sm:p-6">
      <ul>
        {order.lines.map(line => (
          <GoodsLine key={line.variantId} goods={line} large />
        ))}
      </ul>
      <PriceLines
        goods={order.goods}
        discount={order.discount}
        delivery={order.delivery.price}
        total={order.total}
        className="mt-3 border-t border-line pt-3 text-[0.9375rem]"
      />
      <dl className="mt-5 space-y-3 border-t border-line pt-5 text-[0.9375rem]">
        <div>
          <dt className="text-sm text-ink-2">{t('to')}</dt>
          <dd>
            {address.recipient} · <span className="figures">{formatPhone(address.phone)}</span>
            <span className="block">
              ({address.postcode}) {address.address1} {address.address2}
            </span>
            {address.country !== homeCountry && <span className="block">{countryName(address.country, locale)}</span>}
            {address.deliveryNote !== '' && <span className="block text-ink-2">{address.deliveryNote}</span>}
          </dd>
        </div>
        <div>
          <dt className="text-sm text-ink-2">{t('method')}</dt>
          <dd>
            {t(`methods.${order.delivery.method}`)}
            {arrival && (
              <span className="figures block">
                {arrival.kind === 'came'
                  ? t('came', { day: dateText(arrival.at, 'weekday', locale) })
                  : `${t('arrival')}: ${arrivalText(arrival.days, locale)}`}
              </span>
            )}
          </dd>
        </div>
        <div>
          <dt className="text-sm text-ink-2">{t('email')}</dt>
          <dd className="break-all">{order.email}</dd>
        </div>
        <div>
          <dt className="text-sm text-ink-2">{t('placedAt')}</dt>
          <dd className="figures">{dateText(order.placedAt, 'moment', locale)}</dd>
          <ShopTimeNote as="dd" />
        </div>
      </dl>
      {order.contactHidden && <ContactHiddenNote />}
    </section>
  )
}
