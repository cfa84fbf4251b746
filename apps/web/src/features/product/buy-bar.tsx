'use client'

import type { WireMoney } from '@makegood/core/money/wire-money'
import { useLocale, useTranslations } from 'next-intl'
import { Button } from '@/components/ui/button'
import { priceText } from '@/lib/price-text'

type Props = {
  name: string
  option: string
  price: WireMoney
  /** It may come back, so that one can ask to be told. */
  canAsk: boolean
  whyNot: string | null
  onPress: () => void
}

/** On a phone, while the button of the page is out of sight: the same press, always at the thumb. */
export const BuyBar = ({ name, option, price, canAsk, whyNot, onPress }: Props) => {
  const t = useTranslations('product')
  const locale = useLocale()
  const isOff = whyNot !== null && !canAsk
  return (
    <section
      aria-label={t('buyBar')}
      data-buy-bar=""
      className="fixed inset-x-0 bottom-0 z-30 flex items-center gap-4 border-t border-line bg-sheet px-4.5 pt-2 pb-[max(0.5rem,env(safe-area-inset-bottom))] md:hidden"
    >
      <p className="min-w-0 grow text-sm leading-snug">
        <span className="block truncate font-medium">{name}</span>
        <span className="figures block truncate text-ink-2">
          {isOff ? whyNot : [option, priceText(price, locale)].filter(Boolean).join(' · ')}
        </span>
      </p>
      <Button size="medium" className="min-h-12! shrink-0" onClick={onPress} aria-disabled={isOff}>
        {canAsk ? t('tellMe') : t('buy')}
      </Button>
    </section>
  )
}
