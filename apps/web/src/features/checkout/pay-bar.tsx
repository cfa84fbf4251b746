'use client'

import { useTranslations } from 'next-intl'
import { PayButton, type PayButtonProps } from './pay-button'

/** On a phone the total and the button stay in reach at the lower edge. */
export const PayBar = (props: PayButtonProps) => {
  const words = useTranslations('cart')
  return (
    <div
      data-pay-bar=""
      className="fixed inset-x-0 bottom-0 z-20 border-t border-line bg-sheet px-4 pt-2.5 pb-[max(0.75rem,env(safe-area-inset-bottom))] lg:hidden"
    >
      <p className="mb-2 flex flex-wrap items-baseline justify-between gap-x-4 font-semibold">
        <span className="text-sm">{words('total')}</span>
        <span className="figures text-sub">{props.total}</span>
      </p>
      <PayButton {...props} className="flex" />
    </div>
  )
}
