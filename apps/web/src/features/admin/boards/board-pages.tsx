import { useTranslations } from 'next-intl'
import { ButtonLink } from '@/components/ui/button-link'

/** To the first page of a board and to its next one. */
export const BoardPages = ({ first, next }: { first: string | null; next: string | null }) => {
  const t = useTranslations('adminBoards')
  if (!first && !next) return null
  return (
    <nav aria-label={t('pages')} className="mt-5 flex flex-wrap gap-3">
      {first && (
        <ButtonLink href={first} kind="line" size="small">
          {t('first')}
        </ButtonLink>
      )}
      {next && (
        <ButtonLink href={next} rel="next" kind="line" size="small">
          {t('next')}
        </ButtonLink>
      )}
    </nav>
  )
}
