import { useTranslations } from 'next-intl'
import { ButtonLink } from '@/components/ui/button-link'
import { DeadEnd } from '@/features/shell/dead-end'

export default function OrderNotFound() {
  const t = useTranslations('findOrder')
  return (
    <DeadEnd title={t('notHere')} text={t('notHereText')}>
      <ButtonLink href="/orders/find" size="medium">
        {t('title')}
      </ButtonLink>
      <ButtonLink href="/sign-in?returnTo=/orders" kind="line" size="medium">
        {t('signIn')}
      </ButtonLink>
    </DeadEnd>
  )
}
