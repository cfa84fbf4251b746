'use client'

import { useLocale, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { arrivalText } from '@/features/delivery/arrival-text'
import { priceText } from '@/lib/price-text'
import { Moment } from './moment'
import type { OperatorOrderView } from './operator-view'
import { useWordsOr } from './use-words-or'

const homeCountry = 'KR'

export const OrderFacts = ({ order }: { order: OperatorOrderView }) => {
  const t = useTranslations('admin')
  const words = useTranslations('cart')
  const shop = useTranslations('order')
  const locale = useLocale()
  const languageOf = useWordsOr('admin.languages')
  const { address } = order
  const countryOf = (code: string) =>
    code === homeCountry ? '' : new Intl.DisplayNames(locale, { type: 'region' }).of(code)
  const fact = (name: string, value: ReactNode) => (
    <div className="grid grid-cols-[6.5rem_1fr] gap-x-4 border-b border-line py-2">
      <dt className="text-ink-2">{name}</dt>
      <dd className="min-w-0 break-words">{value}</dd>
    </div>
  )
  return (
    <section aria-labelledby="facts">
      <h2 id="facts" className="text-sub">
        {t('summary')}
      </h2>
      <ul className="mt-3 border-t border-line">
        {order.lines.map(line => (
          <li key={line.variantId} className="flex justify-between gap-4 border-b border-line py-2">
            <span>
              {line.name}{' '}
              <span className="text-ink-2">
                {[line.option, words('units', { count: line.quantity })].filter(Boolean).join(' · ')}
              </span>
            </span>
            <span className="figures">{priceText(line.lineTotal, locale)}</span>
          </li>
        ))}
      </ul>
      <dl>
        {order.discount.amountMinor !== '0' &&
          fact(shop('discount'), <span className="figures">−{priceText(order.discount, locale)}</span>)}
        {fact(
          shop('delivery'),
          <span className="figures">
            {priceText(order.delivery.price, locale)} · {shop(`methods.${order.delivery.method}`)}
          </span>,
        )}
        {order.delivery.arrival && fact(shop('arrival'), arrivalText(order.delivery.arrival, locale))}
        {fact(t('columns.total'), <span className="figures font-semibold">{priceText(order.total, locale)}</span>)}
        {fact(t('columns.placedAt'), <Moment at={order.placedAt} />)}
        {fact(t('columns.recipient'), `${address.recipient} · ${address.phone}`)}
        {fact(
          t('address'),
          [`(${address.postcode}) ${address.address1}`, address.address2, countryOf(address.country)]
            .filter(Boolean)
            .join(', '),
        )}
        {address.deliveryNote !== '' && fact(shop('deliveryNote'), address.deliveryNote)}
        {fact(t('columns.email'), <span className="break-all">{order.email}</span>)}
        {fact(t('language'), languageOf(order.locale))}
        {fact(t('correlation'), <code className="font-mono text-xs break-all">{order.correlationId}</code>)}
        {fact(t('orderId'), <code className="font-mono text-xs break-all">{order.id}</code>)}
      </dl>
    </section>
  )
}
