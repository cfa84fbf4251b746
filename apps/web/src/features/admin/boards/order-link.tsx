import { useTranslations } from 'next-intl'
import { Link } from '@/i18n/navigation'

export const OrderLink = ({ id, number }: { id: string; number: string }) => {
  const t = useTranslations('adminBoards')
  return (
    <Link
      href={`/admin/orders/${id}`}
      className="figures inline-flex min-h-11 items-center font-semibold text-link lg:min-h-9"
    >
      {t('orderNumber', { number })}
    </Link>
  )
}
