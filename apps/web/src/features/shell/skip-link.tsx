import { useTranslations } from 'next-intl'

export const SkipLink = () => {
  const t = useTranslations('nav')
  return (
    <a
      href="#content"
      className="sr-only z-60 rounded-sm bg-ink font-semibold text-paper focus:not-sr-only focus:fixed focus:left-4 focus:top-4 focus:px-5 focus:py-3"
    >
      {t('skip')}
    </a>
  )
}
