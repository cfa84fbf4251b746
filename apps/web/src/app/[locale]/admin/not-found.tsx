import type { Metadata } from 'next'
import { useTranslations } from 'next-intl'
import { getTranslations } from 'next-intl/server'
import { ButtonLink } from '@/components/ui/button-link'
import { privateMetadata } from '@/lib/page-metadata'

export const generateMetadata = async (): Promise<Metadata> =>
  privateMetadata((await getTranslations('admin'))('noOrder'))

export default function NotFound() {
  const t = useTranslations('admin')
  return (
    <div className="max-w-2xl py-16">
      <h1 className="text-title">{t('noOrder')}</h1>
      <p className="mt-3 text-base text-ink-2">{t('noOrderText')}</p>
      <ButtonLink href="/admin/orders" kind="line" size="medium" className="mt-6">
        {t('toOrders')}
      </ButtonLink>
    </div>
  )
}
