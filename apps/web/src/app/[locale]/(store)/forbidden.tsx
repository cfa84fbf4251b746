import { useTranslations } from 'next-intl'
import { Button } from '@/components/ui/button'
import { DeadEnd } from '@/features/shell/dead-end'
import { Link } from '@/i18n/navigation'

export default function Forbidden() {
  const t = useTranslations('forbidden')
  return (
    <DeadEnd title={t('title')} text={t('text')}>
      <Button asChild size="medium">
        <Link href="/sign-in">{t('signIn')}</Link>
      </Button>
    </DeadEnd>
  )
}
