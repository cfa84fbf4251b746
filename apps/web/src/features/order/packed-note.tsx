import { useTranslations } from 'next-intl'
import { supportMail } from '@/lib/support-mail'

/** Why there is no way to cancel any more, and what there is instead. */
export const PackedNote = () => {
  const t = useTranslations('order.packed')
  return (
    <p className="max-w-[31em] text-[0.9375rem] text-ink-2">
      {t('text')}{' '}
      <a href={`mailto:${supportMail}`} className="in-text text-link">
        {t('ask')}
      </a>
    </p>
  )
}
