'use client'

import type { OrderView } from '@makegood/core/order/views'
import { useTranslations } from 'next-intl'
import { Stepper } from '@/components/ui/stepper'

type Quantities = Readonly<Record<string, number>>
type Props = {
  lines: OrderView['lines']
  quantities: Quantities
  onChange: (quantities: Quantities) => void
}

/** How many of each line shall go back; none of a line is a choice too. */
export const ReturnLines = ({ lines, quantities, onChange }: Props) => {
  const t = useTranslations('order.giveBack')
  return (
    <ul className="mt-2">
      {lines.map(({ variantId, name, option, quantity, returned }) => (
        <li
          key={variantId}
          className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 border-b border-line py-2.5"
        >
          <span>
            {name} {option && <span className="text-sm text-ink-2">{option}</span>}
          </span>
          <Stepper
            quantity={quantities[variantId] ?? 0}
            min={0}
            max={quantity - returned}
            onChange={next => onChange({ ...quantities, [variantId]: next })}
            label={t('quantityOf', { name })}
            lessLabel={t('lessOf', { name })}
            moreLabel={t('moreOf', { name })}
          />
        </li>
      ))}
    </ul>
  )
}
