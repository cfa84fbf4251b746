import { useTranslations } from 'next-intl'

export const SkipLink = () => {
  const t = useTranslations('nav')
  return (
    <a
      href="#content"
      className="fixed left-4 top-0 z-60 -translate-y-full rounded-sm bg-ink px-5 py-3 font-semibold text-paper focus:translate-y-4"
    >
      {t('skip')}
    </a>
  )
}
