import type { WireMoney } from '@makegood/core/money/wire-money'
import { useLocale, useTranslations } from 'next-intl'
import { PromiseLine } from '@/features/terms/promise-line'
import { priceText } from '@/lib/price-text'
import type { DeliveryRow } from './delivery-words'

type Props = {
  description: string
  details: string
  mended: boolean
  /** Nothing of it can be bought, so no day is promised. */
  isSoldOut: boolean
  deliveries: readonly DeliveryRow[]
  freeFrom: WireMoney
}

const toLines = (text: string): readonly string[] =>
  text
    .split('\n')
    .map(line => line.trim())
    .filter(line => line !== '')

/** What it is, how large and heavy, what it is made of, how to care for it, and every way it can come. */
export const ProductFacts = ({ description, details, mended, isSoldOut, deliveries, freeFrom }: Props) => {
  const t = useTranslations('product')
  const locale = useLocale()
  return (
    <div className="mt-8 space-y-9">
      <p className="max-w-[31em] whitespace-pre-line leading-relaxed">{description}</p>
      {mended && (
        <p className="max-w-[31em] border-l-2 border-gold pl-4 text-[0.9375rem] text-gold-text">{t('mended')}</p>
      )}
      <section>
        <h2 className="font-sans text-base font-semibold">{t('details')}</h2>
        <ul className="figures mt-2.5 border-t border-line text-[0.9375rem] text-ink-2">
          {toLines(details).map(line => (
            <li key={line} className="border-b border-line py-2">
              {line}
            </li>
          ))}
        </ul>
      </section>
      <section>
        <h2 className="font-sans text-base font-semibold">{t('delivery')}</h2>
        <dl className="figures mt-2.5 border-t border-line text-[0.9375rem] text-ink-2">
          {deliveries.map(({ way, price, arrival }) => (
            <div key={way} className="grid grid-cols-[1fr_auto] gap-x-4 border-b border-line py-2">
              <dt className="text-ink">{t(`ways.${way}`)}</dt>
              <dd className="text-right text-ink">{priceText(price, locale)}</dd>
              <dd className="col-span-2">
                {[
                  isSoldOut ? '' : arrival,
                  way === 'standard' ? t('freeFrom', { from: priceText(freeFrom, locale) }) : '',
                ]
                  .filter(Boolean)
                  .join(' · ')}
              </dd>
            </div>
          ))}
        </dl>
        <p className="mt-2.5 text-sm text-ink-2">{t('deliveryNote')}</p>
        <PromiseLine of="product" className="mt-1.5" />
      </section>
    </div>
  )
}
