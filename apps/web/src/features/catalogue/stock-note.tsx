import { useTranslations } from 'next-intl'

/** Up to this many left, the number is told. */
const fewMax = 5

/** Tells scarcity and nothing else: sold out, or how few are left. */
export const StockNote = ({ available, lead = '' }: { available: number; lead?: string }) => {
  const t = useTranslations('product')
  if (available > fewMax) return null
  return (
    <span className="text-rust">
      <span aria-hidden="true">{lead}</span>
      {lead && <span className="sr-only">, </span>}
      {available <= 0 ? t('soldOut') : t('left', { count: available })}
    </span>
  )
}
