import { useTranslations } from 'next-intl'
import { DeadEnd } from '@/features/shell/dead-end'

export default function Forbidden() {
  const t = useTranslations('forbidden')
  return <DeadEnd title={t('title')} text={t('text')} />
}
