import { useTranslations } from 'next-intl'
import { DeadEnd } from '@/features/shell/dead-end'

export default function NotFound() {
  const t = useTranslations('notFound')
  return <DeadEnd title={t('title')} text={t('text')} />
}
