import { useTranslations } from 'next-intl'
import { Button } from '@/components/ui/button'
import { DeadEnd } from '@/features/shell/dead-end'
import { Link } from '@/i18n/navigation'

export default function OrderNotFound() {
  const t = useTranslations('findOrder')
  return (
    <DeadEnd title={t('notHere')} text={t('notHereText')}>
      <Button asChild size="medium">
        <Link href="/orders/find">{t('title')}</Link>
      </Button>
      <Button asChild kind="line" size="medium">
        <Link href="/sign-in?returnTo=/orders">{t('signIn')}</Link>
      </Button>
    </DeadEnd>
  )
}
