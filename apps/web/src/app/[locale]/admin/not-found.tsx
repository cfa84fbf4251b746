import { useTranslations } from 'next-intl'
import { Button } from '@/components/ui/button'
import { Link } from '@/i18n/navigation'

export default function NotFound() {
  const t = useTranslations('admin')
  return (
    <div className="max-w-2xl py-16">
      <h1 className="text-title">{t('noOrder')}</h1>
      <p className="mt-3 text-base text-ink-2">{t('noOrderText')}</p>
      <Button asChild kind="line" size="medium" className="mt-6">
        <Link href="/admin">{t('toOrders')}</Link>
      </Button>
    </div>
  )
}
