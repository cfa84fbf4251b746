'use client'

import { ArrowRight } from 'lucide-react'
import { useLocale, useTranslations } from 'next-intl'
import { Picture } from '@/components/picture'
import { StockNote } from '@/features/catalogue/stock-note'
import { Link } from '@/i18n/navigation'
import { cn } from '@/lib/cn'
import { priceText } from '@/lib/price-text'
import type { Option } from './suggestion-options'

type Props = { option: Option; id: string; active: boolean; onPoint: () => void; onPick: () => void }

const Words = ({ option }: { option: Option }) => {
  const t = useTranslations('search')
  const product = useTranslations('product')
  const locale = useLocale()
  if (option.kind === 'category')
    return (
      <>
        {option.name} <span className="text-sm text-ink-2">{t('category')}</span>
      </>
    )
  if (option.kind === 'all')
    return (
      <>
        {t('seeAll', { count: option.total })}
        <ArrowRight size={16} strokeWidth={1.5} aria-hidden="true" />
      </>
    )
  const { name, picture, priceFrom, priceVaries, available } = option.product
  const price = priceText(priceFrom, locale)
  return (
    <>
      {picture ? (
        <Picture src={picture.path} alt="" sizes="44px" className="aspect-4/5 w-11! shrink-0" />
      ) : (
        <span className="block aspect-4/5 w-11 shrink-0 rounded-sm bg-paper-2" />
      )}
      <span className="min-w-0 leading-snug">
        <span className="block truncate">{name}</span>
        <span className="figures block text-sm text-ink-2">
          {priceVaries ? product('priceFrom', { price }) : price}
          <StockNote available={available} lead=" · " />
        </span>
      </span>
    </>
  )
}

/** One line of the suggestions; the arrows and the pointer both mark it. */
export const SuggestionLine = ({ option, id, active, onPoint, onPick }: Props) => (
  <Link
    href={option.href}
    id={id}
    role="option"
    aria-selected={active}
    tabIndex={-1}
    prefetch={false}
    onPointerMove={onPoint}
    onClick={onPick}
    className={cn('flex min-h-11 items-center gap-3.5 px-4 py-2 text-[0.9375rem]', active && 'bg-paper-2')}
  >
    <Words option={option} />
  </Link>
)
