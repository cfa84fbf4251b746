import { useTranslations } from 'next-intl'

/** The gold seam: this was made good. */
export const MendedMark = () => {
  const t = useTranslations('product')
  return (
    <span className="ml-1.5 inline-block align-baseline">
      <svg aria-hidden="true" width="22" height="9" viewBox="0 0 34 12" fill="none">
        <path d="M1 6 L9 4 L14 9 L22 2 L33 6" className="stroke-gold" strokeWidth="2.6" />
      </svg>
      <span className="sr-only">{t('mendedMark')}</span>
    </span>
  )
}
