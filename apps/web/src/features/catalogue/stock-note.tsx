import { fewLeftMax } from '@makegood/core/catalogue/catalogue-change'
import { useTranslations } from 'next-intl'

/** Tells scarcity and nothing else: sold out, or how few are left. */
export const StockNote = ({ available, lead = '' }: { available: number; lead?: string }) => {
  const t = useTranslations('product')
  if (available > fewLeftMax) return null
  return (
    <span className="text-rust">
      {lead}
      {available <= 0 ? t('soldOut') : t('left', { count: available })}
    </span>
  )
}
