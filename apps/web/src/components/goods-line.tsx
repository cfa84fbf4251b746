import type { WireMoney } from '@makegood/core/money/wire-money'
import { useLocale, useTranslations } from 'next-intl'
import { cn } from '@/lib/cn'
import { priceText } from '@/lib/price-text'
import { Picture } from './picture'

type Goods = {
  readonly name: string
  readonly option: string
  readonly quantity: number
  readonly lineTotal: WireMoney
  /** Where the picture is; empty or none leaves its place as paper. */
  readonly picturePath: string | null
  /** What keeps it from being bought as it is. */
  readonly problem?: string | null
}

/** One line of a summary: a small picture, what and how many, and the line's total. */
export const GoodsLine = ({ goods, large = false }: { goods: Goods; large?: boolean }) => {
  const words = useTranslations('cart')
  const locale = useLocale()
  const isLeftOut = Boolean(goods.problem) && goods.lineTotal.amountMinor === '0'
  return (
    <li className={cn('flex flex-wrap items-center py-2 text-[0.9375rem]', large ? 'gap-x-4' : 'gap-x-3.5')}>
      <span className={cn('shrink-0', large ? 'w-14' : 'w-12')}>
        {goods.picturePath ? (
          <Picture src={goods.picturePath} alt="" sizes={large ? '56px' : '48px'} className="aspect-4/5" />
        ) : (
          <span className="block aspect-4/5 rounded-sm bg-paper-2" />
        )}
      </span>
      <span className="min-w-0 grow basis-24 wrap-anywhere leading-snug">
        {goods.name}
        <span className="block text-sm text-ink-2">
          {[goods.option, words('units', { count: goods.quantity })].filter(Boolean).join(' · ')}
        </span>
        {goods.problem && <span className="block text-sm font-medium text-rust">{goods.problem}</span>}
      </span>
      {!isLeftOut && <span className="figures">{priceText(goods.lineTotal, locale)}</span>}
    </li>
  )
}
