import { TriangleAlert } from 'lucide-react'
import { useTranslations } from 'next-intl'

export const AttentionMark = () => {
  const t = useTranslations('admin')
  return (
    <span className="inline-flex items-center gap-1.5 whitespace-nowrap rounded-sm bg-rust-wash px-2 py-0.5 font-semibold text-rust">
      <TriangleAlert size={14} strokeWidth={2} aria-hidden="true" />
      {t('attention')}
    </span>
  )
}
