import { useTranslations } from 'next-intl'
import { ButtonLink } from '@/components/ui/button-link'
import { DeadEnd } from '@/features/shell/dead-end'

export default function Forbidden() {
  const t = useTranslations('forbidden')
  return (
    <DeadEnd title={t('title')} text={t('text')}>
      <ButtonLink href="/sign-in" size="medium">
        {t('signIn')}
      </ButtonLink>
    </DeadEnd>
  )
}
