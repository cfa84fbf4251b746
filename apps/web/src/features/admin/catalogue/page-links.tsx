import { useTranslations } from 'next-intl'
import { ButtonLink } from '@/components/ui/button-link'

type Props = { first: string | null; next: string | null }

/** To the first page of a list and to the next one; the browser's own button leads back. */
export const PageLinks = ({ first, next }: Props) => {
  const t = useTranslations('adminCatalogue')
  if (!first && !next) return null
  return (
    <nav aria-label={t('pages')} className="mt-5 flex flex-wrap gap-3">
      {first && (
        <ButtonLink href={first} kind="line" size="small">
          {t('newest')}
        </ButtonLink>
      )}
      {next && (
        <ButtonLink href={next} rel="next" kind="line" size="small">
          {t('older')}
        </ButtonLink>
      )}
    </nav>
  )
}
