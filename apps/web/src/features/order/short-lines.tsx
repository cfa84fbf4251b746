'use client'

import type { OrderView } from '@makegood/core/order/views'
import { useTranslations } from 'next-intl'
import { Callout } from '@/components/ui/callout'
import { Link } from '@/i18n/navigation'

/** Names everything that was short, with what is left of it. */
export const ShortLines = ({ order }: { order: OrderView }) => {
  const t = useTranslations('order.short')
  return (
    <Callout tone="bad" title={t('title')}>
      <ul className="list-disc pl-5">
        {order.shortLines.map(line => (
          <li key={line.variantId}>
            {line.available > 0
              ? t('some', { name: line.name, wanted: line.wanted, available: line.available })
              : t('none', { name: line.name, wanted: line.wanted })}
          </li>
        ))}
      </ul>
      <Link href="/cart" className="mt-1 inline-flex min-h-11 items-center font-semibold text-link">
        {t('toCart')}
      </Link>
    </Callout>
  )
}
