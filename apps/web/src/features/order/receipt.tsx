import type { OrderView } from '@makegood/core/order/views'
import { useLocale, useTranslations } from 'next-intl'
import { Logo } from '@/components/logo'
import { PriceLines } from '@/components/price-lines'
import { FirmLine } from '@/features/shell/firm-line'
import { Link } from '@/i18n/navigation'
import { dateText } from '@/lib/date-text'
import { priceText } from '@/lib/price-text'
import { PrintButton } from './print-button'
import { ReceiptMoney } from './receipt-money'
import { ShopTimeNote } from './shop-time-note'

const cell = 'border-b border-line py-2.5 align-top'

/** What was sold, for how much, how it was paid and what went back, on one sheet of paper. */
export const Receipt = ({ order }: { order: OrderView }) => {
  const t = useTranslations('receipt')
  const footer = useTranslations('footer')
  const locale = useLocale()
  const price = (amount: OrderView['total']) => priceText(amount, locale)
  return (
    <div className="wrap max-w-3xl pt-4 md:pt-8 print:max-w-none print:p-0">
      <p className="mb-6 flex flex-wrap items-center justify-between gap-4 print:hidden">
        <Link href={`/orders/${order.id}`} className="inline-flex min-h-11 items-center text-link">
          {t('back')}
        </Link>
        <PrintButton label={t('print')} />
      </p>
      <article className="rounded-sm border border-line bg-sheet p-6 sm:p-10 print:border-0 print:bg-transparent print:p-0">
        <header className="flex flex-wrap items-start justify-between gap-6">
          <div className="min-w-0">
            <h1 className="text-title">{t('title')}</h1>
            <dl className="figures mt-3 grid grid-cols-[auto_1fr] gap-x-4 gap-y-0.5 text-[0.9375rem]">
              <dt className="text-ink-2">{t('number')}</dt>
              <dd>{order.number}</dd>
              <dt className="text-ink-2">{t('date')}</dt>
              <dd>{dateText(order.placedAt, 'moment', locale)}</dd>
              <dt className="text-ink-2">{t('to')}</dt>
              <dd>{order.address.recipient}</dd>
            </dl>
            <ShopTimeNote className="mt-2" />
          </div>
          <div className="max-w-72 text-sm text-ink-2">
            <Logo className="text-lg text-ink" />
            <FirmLine className="mt-2">{footer('firm')}</FirmLine>
            <FirmLine className="mt-1">{footer('numbers')}</FirmLine>
          </div>
        </header>
        <div className="relative mt-8 overflow-x-auto">
          <table className="figures w-full text-[0.9375rem]">
            <caption className="sr-only">{t('lines')}</caption>
            <thead>
              <tr className="text-left text-sm text-ink-2">
                <th scope="col" className={`${cell} font-normal`}>
                  {t('goods')}
                </th>
                <th scope="col" className={`${cell} hidden text-right font-normal sm:table-cell print:table-cell`}>
                  {t('unitPrice')}
                </th>
                <th scope="col" className={`${cell} text-right font-normal`}>
                  {t('quantity')}
                </th>
                <th scope="col" className={`${cell} text-right font-normal`}>
                  {t('lineTotal')}
                </th>
              </tr>
            </thead>
            <tbody>
              {order.lines.map(line => (
                <tr key={line.variantId}>
                  <th scope="row" className={`${cell} text-left font-normal`}>
                    {line.name}
                    {line.option && <span className="block text-sm text-ink-2">{line.option}</span>}
                  </th>
                  <td className={`${cell} hidden text-right sm:table-cell print:table-cell`}>
                    {price(line.unitPrice)}
                  </td>
                  <td className={`${cell} text-right`}>{line.quantity}</td>
                  <td className={`${cell} text-right`}>{price(line.lineTotal)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
        <div className="mt-4 ml-auto max-w-sm">
          <PriceLines
            goods={order.goods}
            discount={order.discount}
            delivery={order.delivery.price}
            total={order.total}
            className="text-[0.9375rem]"
          />
          <ReceiptMoney order={order} />
        </div>
        <p className="mt-10 border-t border-line pt-4 text-sm text-ink-2">{footer('demo')}</p>
      </article>
    </div>
  )
}
